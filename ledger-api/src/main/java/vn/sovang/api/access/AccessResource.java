package vn.sovang.api.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.Ledger;

/// Who read what, for inspectors. Asking is on record too. Reasons stay sealed: the command line
/// opens them, for whoever says why.
@RestController
@Tag(name = "access")
class AccessResource {
    private final Ledger ledger;

    AccessResource(Ledger ledger) {
        this.ledger = ledger;
    }

    /// @param next where the following page begins; null where there is none
    record Page(List<Map<String, Object>> entries, @Nullable Long next) {}

    @Operation(summary = "Who searched, opened, took away, signed in or was refused, oldest first")
    @GetMapping(path = "/api/v1/access", produces = MediaType.APPLICATION_JSON_VALUE)
    Page access(
            @Parameter(description = "id of an award, item, recipient or unit")
                    @RequestParam(required = false)
                    @Nullable String subject,
            @RequestParam(required = false) @Nullable String user,
            @Parameter(description = "such as Opened") @RequestParam(required = false)
                    @Nullable String kind,
            @Parameter(description = "instant, or day in Vietnam") @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "instant, or day in Vietnam") @RequestParam(required = false)
                    @Nullable String to,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false)
                    @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var page =
                ledger.access()
                        .find(
                                new AccessAsked(subject, user, kind, from, to, after, limit)
                                        .question());
        var entries = page.lines().stream().map(line -> AccessFields.of(line, Map.of())).toList();
        return new Page(entries, page.next());
    }
}

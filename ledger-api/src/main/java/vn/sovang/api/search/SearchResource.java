package vn.sovang.api.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.projection.Projections;

/// Looking for things, for programs.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "search")
class SearchResource {
    private final Projections projections;
    private final Scopes scopes;

    SearchResource(Projections projections, Scopes scopes) {
        this.projections = projections;
        this.scopes = scopes;
    }

    @Operation(summary = "Recipients, awards, decisions, items, units and papers by what is typed")
    @GetMapping("/search")
    SearchAnswer search(
            @Parameter(description = "up to 200 characters; accents and case may be missing")
                    @RequestParam(required = false)
                    @Nullable String q,
            @Parameter(description = "RECIPIENT, AWARD_TYPE, DECISION, ITEM, UNIT or PAPER")
                    @RequestParam(required = false)
                    @Nullable String kind,
            @Parameter(description = "the `next` of the group on the page before; needs the kind")
                    @RequestParam(required = false)
                    @Nullable String cursor,
            @Parameter(description = "position, instant, or day in Vietnam; now without it")
                    @RequestParam(required = false)
                    @Nullable String knownAt,
            SignedIn reader) {
        return SearchAnswer.of(projections, new SearchQuestion(q, kind, cursor, knownAt))
                .within(scopes.of(reader), scopes);
    }
}

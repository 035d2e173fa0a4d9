package vn.sovang.api.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.sovang.Ledger;
import vn.sovang.access.AccessCatalogue;
import vn.sovang.access.AccessLine;
import vn.sovang.api.text.Failure;

/// Who read what, for inspectors in a browser. Looking is on record too.
@Controller
class AccessPages {
    private static final String ROWS = "50";

    private final Ledger ledger;

    AccessPages(Ledger ledger) {
        this.ledger = ledger;
    }

    /// One entry in a row of the table.
    ///
    /// @param more what is particular to the kind, such as the door
    record Row(AccessLine line, String kind, String more) {
        static Row of(AccessLine line) {
            return new Row(line, AccessFields.kind(line.what()), AccessFields.rest(line));
        }
    }

    @GetMapping("/truy-cap")
    String entries(
            @RequestParam(name = "ma", required = false) @Nullable String subject,
            @RequestParam(name = "tai-khoan", required = false) @Nullable String user,
            @RequestParam(name = "viec", required = false) @Nullable String kind,
            @RequestParam(name = "tu", required = false) @Nullable String from,
            @RequestParam(name = "den", required = false) @Nullable String to,
            @RequestParam(name = "sau", required = false) @Nullable String after,
            Model model) {
        var asked = new AccessAsked(subject, user, kind, from, to, after, ROWS);
        model.addAttribute("question", asked);
        model.addAttribute("kinds", AccessCatalogue.kinds());
        model.addAttribute("rows", List.of());
        try {
            var page = ledger.access().find(asked.question());
            model.addAttribute("rows", page.lines().stream().map(Row::of).toList());
            if (page.next() != null) {
                model.addAttribute(
                        "next",
                        ServletUriComponentsBuilder.fromCurrentRequest()
                                .replaceQueryParam("sau", page.next())
                                .build()
                                .getQuery());
            }
        } catch (Failure failure) {
            model.addAttribute("failure", failure);
        }
        return "access/entries";
    }
}

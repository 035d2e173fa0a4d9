package vn.sovang.api.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.text.Failure;
import vn.sovang.projection.Projections;

/// Looking for things, for people.
@Controller
class SearchPages {
    private final Projections projections;
    private final Scopes scopes;

    SearchPages(Projections projections, Scopes scopes) {
        this.projections = projections;
        this.scopes = scopes;
    }

    @GetMapping("/tra-cuu")
    String search(
            @RequestParam(name = "q", required = false) @Nullable String text,
            @RequestParam(name = "loai", required = false) @Nullable String kind,
            @RequestParam(name = "sau", required = false) @Nullable String cursor,
            @RequestParam(name = "so-ghi-den", required = false) @Nullable String knownAt,
            SignedIn reader,
            Model model) {
        model.addAttribute("q", text);
        model.addAttribute("asked", text != null && !text.isBlank());
        model.addAttribute("groups", List.of());
        if (text != null && !text.isBlank()) {
            try {
                var question = new SearchQuestion(text, kind, cursor, knownAt);
                var answer =
                        SearchAnswer.of(projections, question).within(scopes.of(reader), scopes);
                model.addAttribute("groups", answer.groups());
                model.addAttribute("reconstructed", answer.reconstructed());
            } catch (Failure failure) {
                model.addAttribute("failure", failure);
            }
        }
        return "search/results";
    }
}

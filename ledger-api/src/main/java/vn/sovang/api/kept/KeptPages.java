package vn.sovang.api.kept;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;

/// Filters are kept, renamed, shared and thrown away.
@Controller
class KeptPages {
    private static final String ALL = "/bo-loc";

    private final Shelf shelf;
    private final SavedSearches searches;

    KeptPages(Shelf shelf, SavedSearches searches) {
        this.shelf = shelf;
        this.searches = searches;
    }

    @GetMapping(ALL)
    String all(SignedIn reader, Locale locale, Model model) {
        model.addAttribute("kept", shelf.of(reader, Messages.in(locale), 2 * SavedSearches.MAX));
        return "kept/filters";
    }

    /// From the list whose filter it is, and back to it.
    @PostMapping(ALL)
    String keep(
            @RequestParam(name = "duong-dan") String path,
            @RequestParam(name = "loc", defaultValue = "") String query,
            @RequestParam(name = "ten", defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response,
            SignedIn reader,
            Locale locale,
            Model model) {
        var texts = Messages.in(locale);
        var filter = KeptFilter.read(path, query);
        try {
            var kept = shelf.keep(filter, name, reader, texts);
            say(request, texts.text("kept.saved", kept.name()));
            return "redirect:" + filter.address();
        } catch (Failure failure) {
            model.addAttribute("again", filter);
            return refused(failure, response, reader, locale, model);
        }
    }

    /// What is wrong, above the filters there are.
    private String refused(
            Failure failure,
            HttpServletResponse response,
            SignedIn reader,
            Locale locale,
            Model model) {
        int status = failure.code().httpStatus();
        if (status >= 500 || status == 403 || status == 404) {
            throw failure;
        }
        response.setStatus(status);
        model.addAttribute("failure", failure);
        return all(reader, locale, model);
    }

    @PostMapping(ALL + "/{id}")
    String rename(
            @PathVariable String id,
            @RequestParam(name = "ten", defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response,
            SignedIn reader,
            Locale locale,
            Model model) {
        try {
            searches.rename(id(id), Shelf.owner(reader), name);
        } catch (Failure failure) {
            return refused(failure, response, reader, locale, model);
        }
        say(request, Messages.in(locale).text("kept.renamed"));
        return "redirect:" + ALL;
    }

    @PostMapping(ALL + "/{id}/chia-se")
    String share(
            @PathVariable String id,
            @RequestParam(name = "chung", defaultValue = "false") String shared,
            HttpServletRequest request,
            SignedIn reader,
            Locale locale) {
        boolean on = shared.equals("true");
        searches.share(id(id), Shelf.owner(reader), on);
        say(request, Messages.in(locale).text(on ? "kept.shared" : "kept.unshared"));
        return "redirect:" + ALL;
    }

    @PostMapping(ALL + "/{id}/xoa")
    String remove(
            @PathVariable String id, HttpServletRequest request, SignedIn reader, Locale locale) {
        searches.remove(id(id), Shelf.owner(reader));
        say(request, Messages.in(locale).text("kept.removed"));
        return "redirect:" + ALL;
    }

    private static void say(HttpServletRequest request, String text) {
        RequestContextUtils.getOutputFlashMap(request).put("done", text);
    }

    private static UUID id(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Failure.at("id", FailureCode.ID_MALFORMED, text);
        }
        return UUID.fromString(text);
    }
}

package vn.sovang.api.paper;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.sovang.Ledger;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.paper.BlankLayout.Align;
import vn.sovang.api.paper.BlankLayout.Face;
import vn.sovang.api.paper.BlankLayouts.Blank;
import vn.sovang.api.paper.BlankLayouts.Versioned;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.Projections;

/// Blanks: the layout of each, adjusted in numbers, and the print run of a decision looked at
/// before it is printed.
@Controller
class BlankPages {
    private final BlankLayouts layouts;
    private final Certificates certificates;
    private final Projections projections;
    private final Scopes scopes;

    BlankPages(Ledger ledger, Projections projections, BlankLayouts layouts, Scopes scopes) {
        this.layouts = layouts;
        this.certificates = new Certificates(ledger, projections, layouts);
        this.projections = projections;
        this.scopes = scopes;
    }

    /// A blank on the page of all.
    record Row(String page, String words) {}

    @GetMapping("/phoi")
    String blanks(Model model, Locale locale) {
        var book = new PaperBook(projections);
        var messages = Messages.in(locale);
        model.addAttribute(
                "blanks",
                Certificates.blanks(book).stream()
                        .map(blank -> new Row(page(blank), words(blank, book, messages)))
                        .toList());
        return "paper/blanks";
    }

    private static String page(Blank blank) {
        return "/phoi/" + blank.award().value() + "/" + blank.artifact();
    }

    private static String words(Blank blank, PaperBook book, Messages messages) {
        return book.award(blank.award()) + ": " + messages.of(blank.artifact());
    }

    @GetMapping("/phoi/{award}/{artifact}")
    String blank(
            @PathVariable String award, @PathVariable String artifact, Model model, Locale locale) {
        var book = new PaperBook(projections);
        var blank = Certificates.blank(award, artifact, book);
        return show(blank, BlankForm.of(layouts.find(blank)), book, model, locale);
    }

    private String show(Blank blank, BlankForm form, PaperBook book, Model model, Locale locale) {
        model.addAttribute("title", words(blank, book, Messages.in(locale)));
        model.addAttribute("address", page(blank));
        model.addAttribute(
                "print",
                "/api/v1/papers/blanks/" + blank.award().value() + "/" + blank.artifact() + ".pdf");
        model.addAttribute("version", layouts.find(blank).version());
        model.addAttribute("typed", form.values());
        model.addAttribute("fields", BlankField.values());
        model.addAttribute("sheets", BlankLayout.Sheet.values());
        model.addAttribute("aligns", Align.values());
        model.addAttribute("faces", Face.values());
        return "paper/blank";
    }

    /// A layout that cannot be used, or that is not the one on the page any more, comes back as it
    /// was typed.
    @PostMapping("/phoi/{award}/{artifact}")
    String adjust(
            @PathVariable String award,
            @PathVariable String artifact,
            HttpServletRequest request,
            HttpServletResponse response,
            SignedIn who,
            Model model,
            Locale locale) {
        var book = new PaperBook(projections);
        var blank = Certificates.blank(award, artifact, book);
        var form = BlankForm.of(request);
        try {
            var changed = new Versioned(form.layout(), form.version());
            if (layouts.save(blank, changed, who.user())) {
                RequestContextUtils.getOutputFlashMap(request).put("saved", true);
                return "redirect:" + page(blank);
            }
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("saved", false);
        } catch (Failure failure) {
            response.setStatus(failure.code().httpStatus());
            model.addAttribute("trouble", told(failure, Messages.in(locale)));
            model.addAttribute("wrong", failure.parameter());
        }
        return show(blank, form, book, model, locale);
    }

    private static String told(Failure failure, Messages texts) {
        var place = String.valueOf(failure.parameter()).split("\\.", 2);
        return Stream.of(BlankField.values())
                .filter(field -> place.length == 2 && field.name().equals(place[0]))
                .findFirst()
                .map(field ->
                        texts.text(
                                "blanks.wrong",
                                texts.of(field),
                                texts.text("blanks.column." + place[1])))
                .orElseGet(() -> failure.text(texts));
    }

    @GetMapping("/quyet-dinh/{id}/in-phoi")
    String run(
            @PathVariable String id,
            @RequestParam(name = "danh-hieu", required = false) @Nullable String award,
            @RequestParam(name = "hien-vat", required = false) @Nullable String artifact,
            @RequestParam(name = "thanh-tich", required = false) @Nullable String merit,
            SignedIn who,
            Model model,
            Locale locale) {
        var asked = new PaperQuestion.OnBlanks(id, award, artifact, null, merit);
        var book = new PaperBook(projections);
        model.addAttribute("decision", id);
        model.addAttribute("award", award);
        model.addAttribute("artifact", artifact);
        model.addAttribute("merit", merit);
        model.addAttribute(
                "types",
                book.register().awardTypes().stream()
                        .filter(t ->
                                t.artifacts().stream().anyMatch(Certificates.PRINTED::contains))
                        .toList());
        try {
            var run = asked.run(certificates, PaperReader.of(who, scopes.of(who)));
            model.addAttribute("run", run);
            model.addAttribute("blank", words(run.blank(), book, Messages.in(locale)));
            model.addAttribute("page", page(run.blank()));
        } catch (Failure failure) {
            if (failure.code() == FailureCode.ID_MALFORMED
                    || failure.code() == FailureCode.DECISION_NOT_FOUND) {
                throw failure;
            }
            model.addAttribute("failure", failure);
        }
        return "paper/certificates";
    }
}

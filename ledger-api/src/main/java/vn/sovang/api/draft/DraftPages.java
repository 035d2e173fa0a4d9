package vn.sovang.api.draft;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.sovang.api.access.TakesAway;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.paper.NarratedReport;
import vn.sovang.api.paper.PaperFormat;
import vn.sovang.api.paper.ReportPart;
import vn.sovang.api.paper.ReportWords;
import vn.sovang.api.report.ReportNames;
import vn.sovang.api.statistics.PeriodName;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.Projections;
import vn.sovang.projection.statistics.PeriodPolicy;

/// The editor of reports (*soạn báo cáo*): people write around section II.4, which stands fixed.
@Controller
class DraftPages {
    private static final String ALL = "/bao-cao/soan";

    private final DraftDesk desk;
    private final Projections projections;

    DraftPages(DraftDesk desk, Projections projections) {
        this.desk = desk;
        this.projections = projections;
    }

    /// A part of the form.
    ///
    /// @param heading of its section; null for parts that have none
    /// @param error null for a part that is in order
    /// @param theirs what somebody else saved meanwhile, where it differs
    record Written(
            ReportPart part,
            String text,
            @Nullable String heading,
            @Nullable String error,
            @Nullable String theirs) {}

    @GetMapping(ALL)
    String drafts(
            @RequestParam MultiValueMap<String, String> parameters, SignedIn reader, Model model) {
        list(parameters, reader, model);
        return "draft/drafts";
    }

    private void list(MultiValueMap<String, String> parameters, SignedIn reader, Model model) {
        model.addAttribute("drafts", desk.drafts().of(reader.unit()));
        model.addAttribute("names", new ReportNames(projections));
        model.addAttribute("units", projections.register().units());
        model.addAttribute("policies", List.of(PeriodPolicy.values()));
        model.addAttribute("typed", parameters.toSingleValueMap());
        model.addAttribute("own", reader.unit());
    }

    /// A draft of a period begins with what the ledger already says.
    @PostMapping(ALL)
    String begin(
            @RequestParam MultiValueMap<String, String> parameters,
            SignedIn reader,
            Model model,
            HttpServletResponse response) {
        try {
            var question =
                    new StatisticsQuestion(
                            parameters.getFirst("ky"),
                            parameters.getFirst("cach-tinh"),
                            parameters.getFirst("co-quan"),
                            parameters.getFirst("so-ghi-den"),
                            "restated");
            return "redirect:" + ALL + "/" + desk.begin(question, reader).id();
        } catch (Failure failure) {
            show(failure, model, response);
            list(parameters, reader, model);
            return "draft/drafts";
        }
    }

    private static void show(Failure failure, Model model, HttpServletResponse response) {
        if (failure.code().httpStatus() >= 500 || failure.code() == FailureCode.UNIT_OUT_OF_SCOPE) {
            throw failure;
        }
        response.setStatus(failure.code().httpStatus());
        model.addAttribute("failure", failure);
    }

    @GetMapping(ALL + "/{id}")
    String edit(
            @PathVariable String id,
            SignedIn reader,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var draft = desk.find(id, reader);
        editor(draft, draft.words(), null, Messages.in(locale), model);
        figures(draft, model, response);
        return "draft/editor";
    }

    /// @param wrong what of the words cannot stand on a paper; null for nothing
    private void editor(
            ReportDraft draft,
            ReportWords words,
            @Nullable Failure wrong,
            Messages texts,
            Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("known", draft.about().knownAt());
        model.addAttribute("names", new ReportNames(projections));
        model.addAttribute("periodName", periodName(draft, texts));
        model.addAttribute("written", written(words, draft, wrong, texts));
    }

    private static String periodName(ReportDraft draft, Messages texts) {
        return PeriodName.of(draft.about().question().readPeriod(), texts);
    }

    private static List<Written> written(
            ReportWords words, ReportDraft draft, @Nullable Failure wrong, Messages texts) {
        var period = DraftDesk.period(draft.about());
        var all = new ArrayList<Written>();
        for (var part : ReportPart.values()) {
            var section =
                    switch (part) {
                        case FIRST, SECOND, THIRD, FOURTH -> NarratedReport.heading(part, period);
                        default -> null;
                    };
            var theirs = draft.words().text(part);
            all.add(
                    new Written(
                            part,
                            words.text(part),
                            section,
                            error(part, wrong, texts),
                            theirs.equals(words.text(part)) ? null : theirs));
        }
        return all;
    }

    private static @Nullable String error(
            ReportPart part, @Nullable Failure wrong, Messages texts) {
        return wrong == null
                ? null
                : wrong.places().stream()
                        .filter(place -> place.pointer().equals("/" + part.field()))
                        .map(place -> place.text(texts))
                        .findFirst()
                        .orElse(null);
    }

    /// Section II.4 beside the words; without it the words can still be written and saved.
    private void figures(ReportDraft draft, Model model, HttpServletResponse response) {
        try {
            var view = desk.view(draft);
            model.addAttribute("view", view);
            model.addAttribute("changes", desk.changes(draft, view));
        } catch (Failure failure) {
            show(failure, model, response);
        }
    }

    @PostMapping(ALL + "/{id}")
    String save(
            @PathVariable String id,
            HttpServletRequest request,
            SignedIn reader,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var texts = Messages.in(locale);
        var draft = desk.find(id, reader);
        var version = Sent.number("phien-ban", request);
        var about = draft.about().at(request.getParameter("so-ghi-den"));
        ReportWords words;
        try {
            words = ReportWords.read(request::getParameter);
        } catch (Failure wrong) {
            response.setStatus(wrong.code().httpStatus());
            model.addAttribute("wrong", wrong);
            return again(Sent.draft(draft, version, about), Sent.raw(request), wrong, texts, model);
        }
        try {
            var seen = desk.view(about, words).position();
            if (version == draft.version()
                    && desk.drafts()
                            .save(draft, new Drafts.Saved(about, words, seen, reader.user()))) {
                RequestContextUtils.getOutputFlashMap(request)
                        .put("done", texts.text("draft.saved"));
                var on = "xem".equals(request.getParameter("tiep")) ? "/xem" : "";
                return "redirect:" + ALL + "/" + id + on;
            }
        } catch (Failure failure) {
            show(failure, model, response);
            return again(Sent.draft(draft, version, about), words, null, texts, model);
        }
        var theirs = desk.find(id, reader);
        response.setStatus(409);
        model.addAttribute("conflict", theirs);
        return again(Sent.draft(theirs, theirs.version(), about), words, null, texts, model);
    }

    /// The form as it was sent; nothing of it is lost.
    private String again(
            ReportDraft draft,
            ReportWords words,
            @Nullable Failure wrong,
            Messages texts,
            Model model) {
        editor(draft, words, wrong, texts, model);
        try {
            model.addAttribute("view", desk.view(draft));
        } catch (Failure _) {
            // What is wrong with the figures is said already, or when the words are saved: the form
            // stands without them.
        }
        return "draft/editor";
    }

    /// The paper as it will be.
    @GetMapping(ALL + "/{id}/xem")
    String preview(@PathVariable String id, SignedIn reader, Locale locale, Model model) {
        var draft = desk.find(id, reader);
        model.addAttribute("draft", draft);
        model.addAttribute("vi", Messages.in(Messages.VIETNAMESE));
        model.addAttribute("periodName", periodName(draft, Messages.in(locale)));
        model.addAttribute("paper", desk.view(draft).paper());
        return "draft/preview";
    }

    @TakesAway
    @GetMapping(ALL + "/{id}/van-ban.{format:docx|pdf}")
    ResponseEntity<byte[]> file(
            @PathVariable String id, @PathVariable String format, SignedIn reader)
            throws IOException {
        var kind = PaperFormat.of(format).orElseThrow();
        var view = desk.view(desk.find(id, reader));
        var bytes = new ByteArrayOutputStream();
        kind.write(view.paper(), bytes);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kind.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(view.fileName() + "." + kind.suffix())
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }

    /// Throws a draft away: nothing was done, so nothing is lost but words.
    @PostMapping(ALL + "/{id}/bo")
    String discard(
            @PathVariable String id, HttpServletRequest request, SignedIn reader, Locale locale) {
        var draft = desk.find(id, reader);
        if (Sent.number("phien-ban", request) != draft.version() || !desk.drafts().discard(draft)) {
            throw Failure.of(FailureCode.DRAFT_CHANGED, "by", draft.changedBy());
        }
        RequestContextUtils.getOutputFlashMap(request)
                .put("done", Messages.in(locale).text("draft.discarded"));
        return "redirect:" + ALL;
    }
}

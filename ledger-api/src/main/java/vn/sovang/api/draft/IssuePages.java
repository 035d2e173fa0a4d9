package vn.sovang.api.draft;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.sovang.Submission;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.report.ReportDesk;
import vn.sovang.api.report.ReportNames;
import vn.sovang.api.statistics.PeriodName;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.Projections;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;

/// From a draft to the report that is issued (*phát hành*), once the paper is signed.
@Controller
class IssuePages {
    private static final String ISSUE = "/bao-cao/soan/{id}/phat-hanh";

    private final DraftDesk desk;
    private final Projections projections;

    IssuePages(DraftDesk desk, Projections projections) {
        this.desk = desk;
        this.projections = projections;
    }

    @GetMapping(ISSUE)
    String ask(@PathVariable String id, SignedIn reader, Locale locale, Model model) {
        form(desk.find(id, reader), UUID.randomUUID(), Messages.in(locale), model);
        return "draft/issue";
    }

    private void form(ReportDraft draft, UUID request, Messages texts, Model model) {
        var names = new ReportNames(projections);
        var view = desk.view(draft);
        model.addAttribute("draft", draft);
        model.addAttribute("request", request);
        model.addAttribute("authority", names.unit(draft.about().authority()));
        model.addAttribute(
                "periodName", PeriodName.of(draft.about().question().readPeriod(), texts));
        model.addAttribute("view", view);
        model.addAttribute("changes", desk.changes(draft, view));
    }

    @PostMapping(ISSUE)
    String issue(
            @PathVariable String id,
            @RequestParam(name = "ban-ky", required = false) @Nullable MultipartFile signed,
            HttpServletRequest request,
            SignedIn reader,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var texts = Messages.in(locale);
        var draft = desk.find(id, reader);
        var key = Sent.id("yeu-cau", request);
        try {
            var version = Sent.number("phien-ban", request);
            var position = Sent.number("den", request);
            if (request.getParameter("da-hieu") == null) {
                throw Failure.at("da-hieu", FailureCode.PARAMETER_MISSING, "");
            }
            var issuing = issuing(draft, key, Sent.sha256(signed), request, reader);
            var read = Sent.draft(draft, version, draft.about());
            var issued = desk.issue(read, position, issuing);
            switch (issued.submission()) {
                case Submission.Receipt _ -> {
                    RequestContextUtils.getOutputFlashMap(request)
                            .put("done", texts.text("draft.issued"));
                    return "redirect:/thong-ke/bao-cao/" + issued.report();
                }
                case Submission.Declined(var refused) -> {
                    response.setStatus(409);
                    model.addAttribute("refused", texts.refusal(refused));
                }
            }
        } catch (Failure failure) {
            if (failure.code().httpStatus() >= 500) {
                throw failure;
            }
            response.setStatus(failure.code().httpStatus());
            model.addAttribute("wrong", failure);
        }
        model.addAttribute("typed", request.getParameterMap());
        form(draft, key, texts, model);
        return "draft/issue";
    }

    private ReportDesk.Issuing issuing(
            ReportDraft draft,
            UUID key,
            @Nullable String sha256,
            HttpServletRequest request,
            SignedIn reader) {
        var number = Sent.text("so", request);
        var day = Sent.day("ngay", request);
        var authority =
                String.valueOf(new ReportNames(projections).unit(draft.about().authority()));
        try {
            var paper =
                    new Document.Paper(
                            new DocumentNumber(number),
                            day,
                            authority,
                            Sent.text("nguoi-ky", request),
                            null);
            var now = Clock.systemUTC().instant();
            return new ReportDesk.Issuing(reader.actor(), key, now, paper, day, sha256);
        } catch (IllegalArgumentException e) {
            throw Failure.at("so", FailureCode.PARAMETER_MALFORMED, number).because(e);
        }
    }
}

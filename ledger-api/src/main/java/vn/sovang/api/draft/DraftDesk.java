package vn.sovang.api.draft;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.paper.HalfYearPapers;
import vn.sovang.api.paper.NarratedReport;
import vn.sovang.api.paper.Paper;
import vn.sovang.api.paper.ReportWords;
import vn.sovang.api.report.ReportDesk;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.PeriodName;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.report.HalfYearReport;

/// Puts the words of an office and the figures of the ledger together.
@Component
final class DraftDesk {
    private final Drafts drafts;
    private final Figures figures;
    private final HalfYearPapers papers;
    private final ReportDesk reports;
    private final Scopes scopes;

    DraftDesk(Drafts drafts, Ledger ledger, Figures figures, ReportDesk reports, Scopes scopes) {
        this.drafts = drafts;
        this.figures = figures;
        this.papers = new HalfYearPapers(ledger, figures);
        this.reports = reports;
        this.scopes = scopes;
    }

    /// Section II.4 as the ledger has it now, and the paper with it.
    ///
    /// @param figures the whole answer; its position is what a report issued now would be cut at
    /// @param paper with the words around it
    record View(HalfYearReport figures, Paper paper, String fileName) {
        public long position() {
            return figures.figures().position();
        }
    }

    /// Begins a draft of a report on an authority that the writer may act for.
    ///
    /// @throws Failure for a question that cannot be answered; `UNIT_OUT_OF_SCOPE`
    ReportDraft begin(StatisticsQuestion question, SignedIn who) {
        question.check();
        var authority =
                figures.mainAuthority(question)
                        .orElseThrow(
                                () -> Failure.at("co-quan", FailureCode.PARAMETER_MISSING, ""));
        scopes.of(who).require(authority);
        var about =
                new ReportDraft.About(
                                String.valueOf(question.period()).strip().toUpperCase(Locale.ROOT),
                                question.readPolicy().name(),
                                authority,
                                null)
                        .at(question.knownAt());
        var base = papers.write(about.question(), false).paper();
        var position = figures.report(about.question(), authority).figures().position();
        var words = NarratedReport.begin(base, period(about));
        return drafts.begin(who.unit(), new Drafts.Saved(about, words, position, who.user()));
    }

    /// @throws Failure for figures that cannot be had
    View view(ReportDraft draft) {
        return view(draft.about(), draft.words());
    }

    View view(ReportDraft.About about, ReportWords words) {
        var question = about.question();
        question.check();
        var written = papers.write(question, false);
        return new View(
                figures.report(question, about.authority()),
                NarratedReport.of(written.paper(), words, period(about)),
                "du-thao-bao-cao_" + about.period().replaceAll("[^A-Za-z0-9.-]", "-"));
    }

    /// The period in the words of the paper, which is Vietnamese.
    static String period(ReportDraft.About about) {
        return PeriodName.of(about.question().readPeriod(), Messages.in(Messages.VIETNAMESE));
    }

    /// What became of the figures since the words were saved.
    Changes changes(ReportDraft draft, View view) {
        if (draft.savedAt() >= view.position()) {
            return Changes.none(draft.savedAt());
        }
        var then = draft.about().at(Long.toString(draft.savedAt())).question();
        return Changes.between(
                figures.ask(then, draft.about().authority()), view.figures().figures());
    }

    /// Issues what the draft says, with the figures that were shown, and closes the draft.
    ///
    /// @param position of the figures that were confirmed
    /// @throws Failure `DRAFT_CHANGED` if somebody saved or issued meanwhile
    ReportDesk.Issued issue(ReportDraft read, long position, ReportDesk.Issuing issuing) {
        var draft = drafts.get(read.id(), read.office());
        if (draft.version() != read.version() || draft.issued()) {
            throw Failure.of(FailureCode.DRAFT_CHANGED, "by", draft.changedBy());
        }
        var question = draft.about().at(Long.toString(position)).question();
        var issued = reports.issue(question, draft.about().authority(), issuing);
        if (issued.submission() instanceof vn.sovang.Submission.Receipt) {
            drafts.issued(draft, issued.report(), position, issuing.by().user());
        }
        return issued;
    }

    Drafts drafts() {
        return drafts;
    }

    /// A draft by the text of its identity.
    ///
    /// @throws Failure `ID_MALFORMED`, `DRAFT_NOT_FOUND`
    ReportDraft find(String id, SignedIn who) {
        if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Failure.at("id", FailureCode.ID_MALFORMED, id);
        }
        return drafts.get(UUID.fromString(id), who.unit());
    }
}

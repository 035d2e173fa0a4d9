package vn.sovang.inspection;

import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.CutOff;
import vn.sovang.vocabulary.FindingSeverity;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.InspectionId;
import vn.sovang.vocabulary.InspectionScope;
import vn.sovang.vocabulary.SampleDesign;
import vn.sovang.vocabulary.Sealed;

/// What can be asked about inspections.
public sealed interface InspectionCommand extends Command {
    InspectionId inspection();

    /// Opens an inspection (*mở cuộc thanh tra, kiểm tra*); the origin's document is the decision.
    ///
    /// @param cutOff a checkpoint that was published
    record OpenInspection(
            Origin origin,
            InspectionId inspection,
            InspectionScope scope,
            CutOff cutOff,
            SampleDesign sample)
            implements InspectionCommand {}

    /// Records what an inspector found; the ledger gives it the next number.
    ///
    /// @param text names no person
    /// @param detail sealed for the one it speaks of
    record RecordFinding(
            Origin origin,
            InspectionId inspection,
            InspectedMatter about,
            FindingSeverity severity,
            String text,
            @Nullable Sealed detail)
            implements InspectionCommand {}

    /// What is done with one finding.
    sealed interface AnswerFinding extends InspectionCommand {
        int finding();
    }

    /// Explains a finding for the office (*giải trình*).
    ///
    /// @param text names no person
    /// @param detail sealed for the one it speaks of
    record ExplainFinding(
            Origin origin,
            InspectionId inspection,
            int finding,
            String text,
            @Nullable Sealed detail)
            implements AnswerFinding {}

    /// Accepts the explanation (*chấp nhận giải trình*).
    ///
    /// @param conclusion what the finding comes to; names no person
    record AcceptExplanation(Origin origin, InspectionId inspection, int finding, String conclusion)
            implements AnswerFinding {}

    /// Asks for another explanation (*yêu cầu giải trình lại*).
    ///
    /// @param reason names no person
    record ReopenFinding(Origin origin, InspectionId inspection, int finding, String reason)
            implements AnswerFinding {}

    /// Ends the inspection (*kết thúc*); the origin's document is the minutes.
    record CloseInspection(Origin origin, InspectionId inspection) implements InspectionCommand {}
}

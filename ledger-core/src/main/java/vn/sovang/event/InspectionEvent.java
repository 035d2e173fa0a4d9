package vn.sovang.event;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.CutOff;
import vn.sovang.vocabulary.FindingSeverity;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.InspectionId;
import vn.sovang.vocabulary.InspectionOrder;
import vn.sovang.vocabulary.InspectionScope;
import vn.sovang.vocabulary.SampleDesign;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.Text;

/// Inspections (*thanh tra, kiểm tra*): what an inspector looked at, found, was told and accepted
/// (R12).
public sealed interface InspectionEvent extends LedgerEvent {
    InspectionId inspection();

    /// An inspection was opened under a decision (*mở cuộc thanh tra, kiểm tra*). The paper is the
    /// decision, its day the effective day. The seed is fixed here, and with the position and the
    /// time of this event it fixes the sample: neither is known before the event is recorded.
    ///
    /// Corrected by [InspectionClosed] and a new inspection under another decision.
    ///
    /// @param order one decision opens one inspection, so that nobody draws until it suits
    /// @param cutOff what is recorded after it is not drawn from
    record InspectionOpened(
            InspectionId inspection,
            InspectionOrder order,
            InspectionScope scope,
            CutOff cutOff,
            SampleDesign sample)
            implements InspectionEvent {
        @Override
        public Set<String> tags() {
            var tags = new HashSet<>(Set.of(inspection.tag(), order.tag()));
            scope.units().forEach(unit -> tags.add(unit.tag()));
            return Set.copyOf(tags);
        }
    }

    /// An inspector found something (*ghi nội dung kiểm tra cần làm rõ*).
    ///
    /// Corrected by [ExplanationAccepted], whose conclusion says that it falls.
    ///
    /// @param finding 1, 2, 3 … within the inspection
    /// @param text what is wrong; names no person
    /// @param detail what it says about people: sealed under the key of the one concerned
    record InspectionFindingRecorded(
            InspectionId inspection,
            int finding,
            InspectedMatter about,
            FindingSeverity severity,
            String text,
            @Nullable Sealed detail)
            implements InspectionEvent {
        public InspectionFindingRecorded {
            numbered(finding);
            text = Text.of("finding", text);
        }

        @Override
        public Set<String> tags() {
            return Tags.with(Tags.of(inspection), about.tags().toArray(String[]::new));
        }
    }

    /// The inspected office explained a finding (*giải trình của đơn vị được kiểm tra*).
    ///
    /// Corrected by [FindingReopened] and a further [FindingExplained].
    ///
    /// @param finding its number
    /// @param text the explanation; names no person
    /// @param detail what it says about people: sealed under the key of the one concerned
    record FindingExplained(
            InspectionId inspection, int finding, String text, @Nullable Sealed detail)
            implements InspectionEvent {
        public FindingExplained {
            numbered(finding);
            text = Text.of("explanation", text);
        }
    }

    /// An inspector accepted the explanation (*chấp nhận giải trình*), and says what the finding
    /// comes to.
    ///
    /// Corrected by [FindingReopened].
    ///
    /// @param finding its number
    /// @param conclusion what is concluded; names no person
    record ExplanationAccepted(InspectionId inspection, int finding, String conclusion)
            implements InspectionEvent {
        public ExplanationAccepted {
            numbered(finding);
            conclusion = Text.of("conclusion", conclusion);
        }
    }

    /// An inspector was not satisfied and opened the finding again (*yêu cầu giải trình lại*).
    ///
    /// Corrected by [ExplanationAccepted] after a further [FindingExplained].
    ///
    /// @param finding its number
    /// @param reason what is still to be explained; names no person
    record FindingReopened(InspectionId inspection, int finding, String reason)
            implements InspectionEvent {
        public FindingReopened {
            numbered(finding);
            reason = Text.of("reason", reason);
        }
    }

    /// The inspection ended (*kết thúc cuộc thanh tra, kiểm tra*). The paper is the minutes, their
    /// day the effective day.
    ///
    /// Corrected by a new inspection under another decision.
    ///
    /// @param findings how many there are
    /// @param open how many of them are not settled; none, unless the minutes were signed so
    record InspectionClosed(InspectionId inspection, int findings, int open)
            implements InspectionEvent {}

    @Override
    default Set<String> tags() {
        return Tags.of(inspection());
    }

    private static void numbered(int finding) {
        if (finding < 1) {
            throw new IllegalValue("finding", "findings are counted from 1: " + finding);
        }
    }
}

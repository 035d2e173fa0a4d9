package vn.sovang.projection.anomaly;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent;
import vn.sovang.event.InspectionEvent;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationListSubmitted;
import vn.sovang.event.RecipientEvent;
import vn.sovang.event.ReissueEvent;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.event.UnitEvent;
import vn.sovang.projection.readmodel.Known;

/// Signed papers that break a rule and are kept as they are (R1): the mark on the event is the
/// finding. A code that no rule here knows is found all the same.
final class AsFoundMarks implements Docket<AsFoundMarks.Marks> {
    /// Rules by the code on the mark.
    static final Map<String, AnomalyRule> RULES =
            Map.ofEntries(
                    entry("EARLIER_THAN_ITS_CAUSE", AnomalyRule.DATED_BEFORE_ITS_CAUSE),
                    entry("APPRAISAL_NOT_CONCLUDED", AnomalyRule.DECIDED_BEFORE_APPRAISAL),
                    entry("COUNCIL_NOT_VOTED", AnomalyRule.DECIDED_WITHOUT_COUNCIL),
                    entry("NOMINATION_ALREADY_SUBMITTED", AnomalyRule.PROCEDURE_STEP_IRREGULAR),
                    entry("NOMINATION_NOT_SUBMITTED", AnomalyRule.PROCEDURE_STEP_IRREGULAR),
                    entry("NOMINATION_ELSEWHERE", AnomalyRule.PROCEDURE_STEP_IRREGULAR),
                    entry("DOSSIER_ALREADY_RECEIVED", AnomalyRule.PROCEDURE_STEP_IRREGULAR),
                    entry("DOSSIER_NOT_RECEIVED", AnomalyRule.PROCEDURE_STEP_IRREGULAR),
                    entry("DOSSIER_NOT_RETURNED", AnomalyRule.PROCEDURE_STEP_IRREGULAR),
                    entry("OPINION_NOT_REQUESTED", AnomalyRule.PROCEDURE_STEP_IRREGULAR),
                    entry("NOMINATION_WITHDRAWN", AnomalyRule.DECIDED_AFTER_REJECTION),
                    entry("NOMINATION_REJECTED", AnomalyRule.DECIDED_AFTER_REJECTION),
                    entry("NOMINATION_DIFFERS", AnomalyRule.AWARD_DIFFERS_FROM_NOMINATION),
                    entry("DOSSIER_INCOMPLETE", AnomalyRule.DOSSIER_INCOMPLETE),
                    entry("OBJECTION_OPEN", AnomalyRule.OBJECTION_OPEN),
                    entry("NOMINATION_ALREADY_DECIDED", AnomalyRule.NOMINATION_DECIDED_TWICE),
                    entry("FILER_MAY_NOT_APPRAISE", AnomalyRule.DUTIES_NOT_SEPARATED),
                    entry("FILER_MAY_NOT_DECIDE", AnomalyRule.DUTIES_NOT_SEPARATED),
                    entry("DECISION_NUMBER_TAKEN", AnomalyRule.DECISION_NUMBER_USED_TWICE),
                    entry("DATE_INCOMPLETE", AnomalyRule.DECISION_DATE_INCOMPLETE),
                    entry("UNIT_DID_NOT_EXIST", AnomalyRule.UNIT_DID_NOT_EXIST),
                    entry("AWARD_TYPE_NOT_VALID", AnomalyRule.AWARD_TYPE_NOT_IN_FORCE),
                    entry("RECIPIENT_KIND_NOT_ALLOWED", AnomalyRule.RECIPIENT_KIND_NOT_ALLOWED),
                    entry("RANK_DOES_NOT_EXIST", AnomalyRule.RECIPIENT_KIND_NOT_ALLOWED),
                    entry("POSTHUMOUS_NOT_ALLOWED", AnomalyRule.POSTHUMOUS_NOT_PROVIDED),
                    entry("AUTHORITY_NOT_COMPETENT", AnomalyRule.AUTHORITY_NOT_COMPETENT),
                    entry("COMPETENCE_NOT_DETERMINED", AnomalyRule.AUTHORITY_NOT_COMPETENT),
                    entry("AWARD_ANNULLED", AnomalyRule.LOSS_OF_HONOUR_IRREGULAR),
                    entry("AWARD_NOT_ANNULLED", AnomalyRule.LOSS_OF_HONOUR_IRREGULAR),
                    entry("AWARD_STRIPPED", AnomalyRule.LOSS_OF_HONOUR_IRREGULAR),
                    entry("AWARD_NOT_STRIPPED", AnomalyRule.LOSS_OF_HONOUR_IRREGULAR),
                    entry("NOT_A_STATE_HONOUR", AnomalyRule.LOSS_OF_HONOUR_IRREGULAR),
                    entry("GROUND_DOES_NOT_APPLY", AnomalyRule.LOSS_OF_HONOUR_IRREGULAR),
                    entry("JUDGMENT_MISSING", AnomalyRule.LOSS_OF_HONOUR_IRREGULAR),
                    entry("AWARD_ALREADY_PRESENTED", AnomalyRule.PRESENTED_TWICE),
                    entry("PRIZE_ALREADY_PAID", AnomalyRule.PRIZE_PAID_TWICE),
                    entry("PRIZE_NOT_PAID", AnomalyRule.PRIZE_RECOVERY_IRREGULAR),
                    entry("PRIZE_EXCEEDED", AnomalyRule.PRIZE_RECOVERY_IRREGULAR),
                    entry("PAPER_NOT_SIGNED", AnomalyRule.PAPER_UNSIGNED),
                    entry("EXPLAINER_MAY_NOT_ACCEPT", AnomalyRule.DUTIES_NOT_SEPARATED),
                    entry("INSPECTION_OUT_OF_SCOPE", AnomalyRule.INSPECTION_IRREGULAR),
                    entry("INSPECTION_FINDINGS_OPEN", AnomalyRule.INSPECTION_IRREGULAR));

    /// The marks on one thing.
    record Marks(List<Mark> marks) {}

    /// One mark.
    ///
    /// @param unit who decided, proposed or wrote, where the event says
    record Mark(String code, String reason, long position, @Nullable String unit) {}

    @Override
    public Class<Marks> state() {
        return Marks.class;
    }

    @Override
    public Marks initial() {
        return new Marks(List.of());
    }

    @Override
    public List<String> things(Known known) {
        return known.fact().asFound() == null ? List.of() : List.of(subject(known));
    }

    /// Lines share their decision's mark: a paper is irregular once.
    private static String subject(Known known) {
        return switch (known.fact().event()) {
            case AwardDecided e -> e.decision().tag();
            case DecisionEvent e -> e.decision().tag();
            case AwardEvent e -> e.award().tag();
            case ArtifactEvent e -> e.artifact().tag();
            case ReissueEvent.CaseEvent e -> e.reissueCase().tag();
            case RecipientEvent e -> e.recipient().tag();
            case PaperReportRecorded e -> e.report().tag();
            case ReferenceDocumentRegistered e -> e.paper().tag();
            case UnitEvent e -> e.unit().tag();
            case InspectionEvent e -> e.inspection().tag();
            default -> anyOf(known);
        };
    }

    private static String anyOf(Known known) {
        var tags = known.fact().event().tags().stream().filter(AsFoundMarks::isThing).sorted();
        return tags.filter(t -> t.startsWith("nomination:") || t.startsWith("list:"))
                .findFirst()
                .orElse("event:" + known.event().id());
    }

    private static boolean isThing(String tag) {
        return tag.matches("[a-z-]+:[0-9a-f-]{36}");
    }

    private static @Nullable String unit(LedgerEvent event) {
        var unit =
                switch (event) {
                    case AwardDecided e -> e.key().authority();
                    case DecisionEvent e -> e.key().authority();
                    case NominationListSubmitted e -> e.from();
                    case vn.sovang.event.NominationEvent.NominationSubmitted e -> e.from();
                    case vn.sovang.event.NominationEvent.NominationForwardedUp e -> e.from();
                    case PaperReportRecorded e -> e.unit();
                    case ReferenceDocumentRegistered e -> e.unit();
                    default -> null;
                };
        return unit == null ? null : unit.toString();
    }

    @Override
    public Marks evolve(Marks state, Known known, World world) {
        var found = known.fact().asFound();
        if (found == null) {
            return state;
        }
        var marks = new ArrayList<>(state.marks());
        marks.add(
                new Mark(
                        found.rule(),
                        found.reason(),
                        known.position(),
                        unit(known.fact().event())));
        return new Marks(marks);
    }

    @Override
    public List<Found> findings(String thing, Marks state) {
        var byRule = new LinkedHashMap<AnomalyRule, List<Mark>>();
        for (var mark : state.marks()) {
            byRule.computeIfAbsent(
                            RULES.getOrDefault(mark.code(), AnomalyRule.OTHER_AS_FOUND),
                            _ -> new ArrayList<>())
                    .add(mark);
        }
        return byRule.entrySet().stream().map(e -> found(thing, e.getKey(), e.getValue())).toList();
    }

    private static Found found(String thing, AnomalyRule rule, List<Mark> marks) {
        var codes = new TreeMap<String, String>();
        marks.forEach(m -> codes.put(m.code(), m.reason()));
        return Found.of(rule, thing, marks.stream().map(Mark::position).toList())
                .saying("code", String.join(", ", codes.keySet()))
                .saying("reason", codes.firstEntry().getValue())
                .ofUnit(marks.getFirst().unit());
    }
}

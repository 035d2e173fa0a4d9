package vn.sovang.api.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.anomaly.AnomalyForms;
import vn.sovang.api.inspection.InspectionDesk.DrawnEvent;
import vn.sovang.api.inspection.InspectionDesk.DrawnSample;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.EventCodec;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Provenance.Source;
import vn.sovang.inspection.NumberGaps;
import vn.sovang.projection.inspection.InspectionAct;
import vn.sovang.projection.inspection.InspectionFinding;
import vn.sovang.projection.inspection.InspectionRow;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.UnitId;

/// What programs get. Names of people are in none of it, nor what is sealed (R11).
public final class InspectionForms {
    private InspectionForms() {}

    /// One act.
    ///
    /// @param sealed whether a part of it is sealed
    public record Act(
            String kind,
            @Nullable String text,
            boolean sealed,
            LocalDate on,
            Instant recordedAt,
            long position,
            String by,
            String role,
            @Nullable String document,
            @Nullable LocalDate documentDate,
            @Nullable String asFound) {
        static Act of(InspectionAct act) {
            var paper = act.document() instanceof Document.Paper p ? p : null;
            return new Act(
                    act.kind().name(),
                    act.words(),
                    act.detail() != null,
                    act.on(),
                    act.recordedAt(),
                    act.position(),
                    act.by(),
                    act.role(),
                    paper == null ? null : paper.number().asWritten(),
                    paper == null ? null : paper.date(),
                    act.asFound());
        }
    }

    /// One finding with all that was done with it, oldest first.
    public record Finding(
            int finding, String about, String severity, String state, List<Act> acts) {
        static Finding of(InspectionFinding finding) {
            return new Finding(
                    finding.number(),
                    finding.about().toString(),
                    finding.severity().name(),
                    finding.state().name(),
                    finding.acts().stream().map(Act::of).toList());
        }
    }

    /// An inspection in a list.
    ///
    /// @param rootHash root of the cut-off's tree, base64
    public record Head(
            String id,
            String body,
            String number,
            LocalDate decidedOn,
            List<String> units,
            LocalDate from,
            LocalDate to,
            long cutOffSize,
            String rootHash,
            String population,
            int sampleSize,
            String seed,
            Act opened,
            @Nullable Act closed,
            int findings,
            long settled) {
        public static Head of(InspectionRow row) {
            return new Head(
                    row.id().toString(),
                    row.body(),
                    row.number(),
                    row.opened().on(),
                    row.scope().units().stream().map(UnitId::toString).toList(),
                    row.scope().from(),
                    row.scope().to(),
                    row.cutOff().size(),
                    row.cutOff().rootHash(),
                    row.sample().population().name(),
                    row.sample().size(),
                    row.sample().seed().hex(),
                    Act.of(row.opened()),
                    row.closed() == null ? null : Act.of(row.closed()),
                    row.findings().size(),
                    row.count(InspectionFinding.Settlement.SETTLED));
        }
    }

    /// The gap list of one authority and year.
    public record Gaps(
            String authority,
            int year,
            List<NumberGaps.Series> series,
            List<NumberGaps.Entry> unreadable) {
        static Gaps of(NumberGaps gaps) {
            return new Gaps(
                    gaps.authority().toString(), gaps.year(), gaps.series(), gaps.unreadable());
        }
    }

    /// One inspection with what was known beside it at its cut-off.
    ///
    /// @param knownAt position up to which the acts are told
    public record One(
            Head inspection,
            long knownAt,
            List<Finding> findings,
            List<Gaps> gapsAtCutOff,
            List<AnomalyForms.Anomaly> anomaliesAtCutOff) {
        public static One of(InspectionFile file) {
            return new One(
                    Head.of(file.inspection()),
                    file.knownAt(),
                    file.inspection().findings().stream().map(Finding::of).toList(),
                    file.gaps().stream().map(Gaps::of).toList(),
                    file.anomalies().stream()
                            .map(row -> AnomalyForms.Anomaly.of(row, file.messages()))
                            .toList());
        }
    }

    /// One event that was drawn.
    ///
    /// @param orderHash hash by which it was drawn, lower-case hex
    /// @param leafHash hash of its leaf, lower-case hex
    /// @param proof where its proof is
    /// @param reconstructed rebuilt from the totals of a report (R6)
    public record Drawn(
            int place,
            long position,
            String orderHash,
            String leafHash,
            String type,
            LocalDate effectiveOn,
            @Nullable String document,
            @Nullable String award,
            @Nullable String awardCode,
            @Nullable String decision,
            @Nullable String recipient,
            boolean reconstructed,
            String proof) {
        static Drawn of(DrawnEvent drawn) {
            var fact = drawn.event().fact();
            LedgerEvent event = fact.event();
            var award = event instanceof AwardDecided a ? a : null;
            var position = drawn.drawn().position();
            return new Drawn(
                    drawn.drawn().place(),
                    position,
                    drawn.drawn().order(),
                    drawn.leafHash(),
                    EventCatalogue.nameOf(event.getClass()),
                    fact.effectiveOn(),
                    fact.document() instanceof Document.Paper p ? p.number().asWritten() : null,
                    award == null ? null : award.award().toString(),
                    award == null ? null : award.line().award().value(),
                    decision(event),
                    award == null ? null : award.line().recipient().toString(),
                    fact.provenance() != null
                            && fact.provenance().source() == Source.RECONSTRUCTED_FROM_REPORT,
                    "/api/v1/log/events/" + position + "/proof");
        }

        private static @Nullable String decision(LedgerEvent event) {
            return switch (event) {
                case AwardDecided a -> a.decision().toString();
                case DecisionRecorded d -> d.decision().toString();
                default -> null;
            };
        }
    }

    /// The sample, and all that is needed to draw it again.
    ///
    /// @param recordedAt as it stands in the leaf of the opening event
    public record SampleForm(
            String inspection,
            String seed,
            long openingPosition,
            String recordedAt,
            long cutOffSize,
            String rootHash,
            String population,
            long populationSize,
            int sampleSize,
            List<Drawn> drawn) {
        public static SampleForm of(InspectionRow row, DrawnSample sample) {
            return new SampleForm(
                    row.id().toString(),
                    row.sample().seed().hex(),
                    sample.opening().position(),
                    EventCodec.stamp(sample.opening().recordedAt()),
                    row.cutOff().size(),
                    row.cutOff().rootHash(),
                    row.sample().population().name(),
                    sample.population(),
                    row.sample().size(),
                    sample.events().stream().map(Drawn::of).toList());
        }
    }
}

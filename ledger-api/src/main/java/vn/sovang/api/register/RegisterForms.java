package vn.sovang.api.register;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AsFound;
import vn.sovang.event.Provenance;
import vn.sovang.projection.history.HistoryLine;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.Comparison;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.Id;

/// What programs get. Ids and codes are strings; names of people are in none of it (R11).
public final class RegisterForms {
    private RegisterForms() {}

    /// The moment an answer holds for.
    ///
    /// @param recordedAt of that position; absent for position 0
    /// @param provisional an event recorded by the same instant may still come (R2)
    record Moment(long position, @Nullable Instant recordedAt, boolean provisional) {}

    /// One thing as it was known at a moment.
    record Known<T>(@JsonUnwrapped T thing, Moment asOf) {}

    /// A unit by id, with the name of its deciding body where the ledger has one.
    public record Unit(String id, @Nullable String name) {}

    /// One award line.
    public record Award(
            String id,
            String award,
            String awardName,
            String rank,
            String recipient,
            String recipientKind,
            @Nullable Unit recipientUnit,
            String commendationType,
            String mode,
            String status,
            String decision,
            @Nullable String decisionNumber,
            LocalDate decidedOn,
            Unit authority,
            int lineNumber,
            @Nullable Unit proposingUnit,
            @Nullable String nomination,
            @Nullable Annulment annulment,
            @Nullable AsFound asFound,
            @Nullable Provenance provenance,
            long position,
            long knownAt,
            Instant recordedAt) {
        public static Award of(AwardRow row) {
            var line = row.line();
            return new Award(
                    row.id().toString(),
                    line.award().value(),
                    row.awardName(),
                    line.rank().name(),
                    line.recipient().toString(),
                    line.recipientKind().name(),
                    unit(line.recipientUnit(), row.recipientUnitName()),
                    line.commendationType().name(),
                    row.mode().name(),
                    row.status().name(),
                    row.decision().toString(),
                    row.decisionNumber(),
                    row.decidedOn(),
                    new Unit(row.authority().toString(), row.authorityName()),
                    row.lineNumber(),
                    unit(row.proposingUnit(), row.proposingUnitName()),
                    text(row.nomination()),
                    Annulment.of(row.annulment()),
                    row.asFound(),
                    row.provenance(),
                    row.position(),
                    row.knownAt(),
                    row.recordedAt());
        }
    }

    /// How an award line was annulled.
    public record Annulment(
            String ground,
            String authority,
            LocalDate on,
            @Nullable String documentNumber,
            long position) {
        static @Nullable Annulment of(AwardRow.@Nullable Annulment annulment) {
            return annulment == null
                    ? null
                    : new Annulment(
                            annulment.ground().name(),
                            annulment.authority().toString(),
                            annulment.on(),
                            annulment.documentNumber(),
                            annulment.position());
        }
    }

    /// One physical item.
    public record Artifact(
            String id,
            String award,
            String kind,
            @Nullable String serial,
            String status,
            LocalDate issuedOn,
            LocalDate statusSince,
            @Nullable String replaces,
            @Nullable String replacedBy,
            @Nullable String reissueCase,
            long position) {
        public static Artifact of(ArtifactRow row) {
            return new Artifact(
                    row.id().toString(),
                    row.award().toString(),
                    row.kind().name(),
                    row.serial(),
                    row.status().name(),
                    row.issuedOn(),
                    row.statusSince(),
                    text(row.replaces()),
                    text(row.replacedBy()),
                    text(row.reissueCase()),
                    row.position());
        }
    }

    /// The story of one thing, oldest first.
    record Story(String id, List<Step> steps, Moment asOf) {
        Story {
            steps = List.copyOf(steps);
        }

        static Story of(Id id, List<HistoryLine> lines, Moment asOf) {
            return new Story(id.value().toString(), lines.stream().map(Step::of).toList(), asOf);
        }
    }

    /// One step of a story with both of its times.
    ///
    /// @param proof address under which the event's proof is found, once it is sealed
    record Step(
            long position,
            long knownAt,
            String eventId,
            String type,
            LocalDate effectiveOn,
            Instant recordedAt,
            @Nullable LocalDate arrivedOn,
            @Nullable String arrivalNo,
            Paper document,
            By by,
            @Nullable String onBehalfOf,
            @Nullable AsFound asFound,
            @Nullable String exception,
            @Nullable Provenance provenance,
            String proof) {
        static Step of(HistoryLine line) {
            var arrival = line.arrival();
            return new Step(
                    line.position(),
                    line.knownAt(),
                    line.eventId().toString(),
                    line.type(),
                    line.effectiveOn(),
                    line.recordedAt(),
                    arrival == null ? null : arrival.on(),
                    arrival == null ? null : arrival.number(),
                    Paper.of(line.document()),
                    new By(line.by().user(), line.by().role(), text(line.by().unit())),
                    line.onBehalfOf(),
                    line.asFound(),
                    text(line.exception()),
                    line.provenance(),
                    "/api/v1/log/events/" + line.position() + "/proof");
        }
    }

    /// Who entered a step: an opaque id, never a name (R24).
    record By(String user, String role, @Nullable String unit) {}

    /// The paper behind a step, or why there is none.
    ///
    /// @param writtenDate date letter by letter, where it is not a whole day
    record Paper(
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String writtenDate,
            @Nullable String authority,
            @Nullable String signer,
            @Nullable String noneBecause) {
        static Paper of(Document document) {
            return switch (document) {
                case Document.Paper paper ->
                        new Paper(
                                paper.number().asWritten(),
                                paper.date(),
                                written(paper),
                                paper.authority(),
                                paper.signer(),
                                null);
                case Document.None none -> new Paper(null, null, null, null, null, none.reason());
            };
        }
    }

    private static @Nullable String written(Document.Paper paper) {
        var date = paper.writtenDate();
        return date == null ? null : date.asWritten();
    }

    /// A thing or a list of awards at two moments.
    record Compared(Moment from, Moment to, Comparison comparison) {}

    /// The awards of a list that appeared in it, changed or left it; `next` goes into `after`.
    record ComparedAwards(Moment from, Moment to, List<Comparison> items, @Nullable String next) {
        ComparedAwards {
            items = List.copyOf(items);
        }
    }

    private static @Nullable Unit unit(@Nullable Object id, @Nullable String name) {
        return id == null ? null : new Unit(id.toString(), name);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}

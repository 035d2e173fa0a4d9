package vn.sovang.api.register;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AsFound;
import vn.sovang.event.Provenance;
import vn.sovang.projection.register.DecisionRow;
import vn.sovang.projection.register.NominationRow;
import vn.sovang.projection.register.RecipientRow;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.RecipientId;

/// What programs get of the things around awards. Seals stay in the log (R11).
public final class ReferenceForms {
    private ReferenceForms() {}

    /// A signed decision.
    public record Decision(
            String id,
            RegisterForms.Unit authority,
            String number,
            LocalDate signedOn,
            @Nullable String writtenDate,
            @Nullable String signer,
            int lines,
            int annulledLines,
            int corrections,
            @Nullable AsFound asFound,
            @Nullable Provenance provenance,
            long position,
            long knownAt) {
        public static Decision of(DecisionRow row) {
            return new Decision(
                    row.id().toString(),
                    new RegisterForms.Unit(row.authority().toString(), row.authorityName()),
                    row.number(),
                    row.signedOn(),
                    row.writtenDate(),
                    row.signer(),
                    row.lines(),
                    row.annulledLines(),
                    row.corrections(),
                    row.asFound(),
                    row.provenance(),
                    row.position(),
                    row.knownAt());
        }
    }

    /// One who is honoured, without identity.
    ///
    /// @param sameAs all who were decided to be the same, this one among them
    public record Recipient(
            String id,
            String kind,
            boolean restricted,
            @Nullable LocalDate erasedOn,
            List<String> sameAs,
            long position) {
        public Recipient {
            sameAs = List.copyOf(sameAs);
        }

        public static Recipient of(RecipientRow row, List<RecipientId> same) {
            return new Recipient(
                    row.id().toString(),
                    row.kind().name(),
                    row.restricted(),
                    row.erasedOn(),
                    same.stream().map(RecipientId::toString).sorted().toList(),
                    row.position());
        }
    }

    /// A unit.
    @Schema(name = "RegisteredUnit")
    public record Unit(
            String id,
            String name,
            String authorityName,
            String level,
            @Nullable String parent,
            @Nullable String statisticalCode,
            @Nullable LocalDate existsFrom,
            @Nullable LocalDate endedOn,
            List<String> successors,
            boolean reconciled,
            long position) {
        public Unit {
            successors = List.copyOf(successors);
        }

        public static Unit of(UnitRow row) {
            return new Unit(
                    row.id().toString(),
                    row.name(),
                    row.authorityName(),
                    row.level().name(),
                    text(row.parent()),
                    row.statisticalCode(),
                    row.existsFrom(),
                    row.endedOn(),
                    row.successors().stream().map(Object::toString).toList(),
                    row.reconciled(),
                    row.position());
        }
    }

    /// A nomination.
    public record Nomination(
            String id,
            String award,
            String awardName,
            String recipient,
            String status,
            String proposingUnit,
            @Nullable LocalDate filedOn,
            @Nullable String listNumber,
            @Nullable LocalDate submittedOn,
            @Nullable String submittedTo,
            @Nullable String answeredBy,
            NominationRow.Dossier dossier,
            long position) {
        public static Nomination of(NominationRow row) {
            return new Nomination(
                    row.id().toString(),
                    row.line().award().value(),
                    row.awardName(),
                    row.line().recipient().toString(),
                    row.status().name(),
                    row.proposingUnit().toString(),
                    row.filedOn(),
                    row.listNumber(),
                    row.submittedOn(),
                    text(row.submittedTo()),
                    text(row.award()),
                    row.dossier(),
                    row.position());
        }
    }

    /// A re-issue case.
    public record Case(
            String id,
            String kind,
            @Nullable String reading,
            @Nullable String award,
            String awardCode,
            String recipient,
            String artifactKind,
            @Nullable String artifact,
            String status,
            @Nullable String office,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate proposedOn,
            ReissueCaseRow.@Nullable Confirmation confirmation,
            @Nullable LocalDate approvedOn,
            @Nullable String approvedBy,
            @Nullable String newArtifact,
            @Nullable LocalDate closedOn,
            List<String> reasons,
            long position) {
        public Case {
            reasons = List.copyOf(reasons);
        }

        public static Case of(ReissueCaseRow row) {
            var subject = row.subject();
            var reading = subject.reading();
            return new Case(
                    row.id().toString(),
                    subject.kind().name(),
                    reading == null ? null : reading.name(),
                    text(subject.award()),
                    subject.awardCode().value(),
                    subject.recipient().toString(),
                    subject.artifactKind().name(),
                    text(subject.artifact()),
                    row.status().name(),
                    text(row.office()),
                    row.receivedOn(),
                    row.proposedOn(),
                    row.confirmation(),
                    row.approvedOn(),
                    text(row.approvedBy()),
                    text(row.newArtifact()),
                    row.steps().closedOn(),
                    row.steps().reasons(),
                    row.position());
        }
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}

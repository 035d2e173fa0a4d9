package vn.sovang.event;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.ImportId;

/// An event with its circumstances: everything a leaf holds but the identifier and the time that
/// recording gives it.
///
/// @param effectiveOn day that counts in law (signed, submitted, handed over), in Vietnam
/// @param document paper behind it
/// @param by who entered it
/// @param request idempotency key of the request that brought it
/// @param onBehalfOf for whom the actor acted, opaque id
/// @param asFound set if a signed paper breaks a rule and is kept as it is
/// @param arrival when and under which number the office says the paper came; a claim (R2)
/// @param provenance where the fact comes from and how sure it is
/// @param imported import it belongs to; known to readers at that import's completion (R17)
/// @param cause event that caused this one
/// @param exception exception from a rule without which the act would have been refused (R10)
public record Fact(
        LedgerEvent event,
        LocalDate effectiveOn,
        Document document,
        Actor by,
        UUID request,
        @Nullable String onBehalfOf,
        @Nullable Arrival arrival,
        @Nullable AsFound asFound,
        @Nullable Provenance provenance,
        @Nullable ImportId imported,
        @Nullable UUID cause,
        @Nullable ExceptionId exception) {
    /// A fact that needs no exception.
    public Fact(
            LedgerEvent event,
            LocalDate effectiveOn,
            Document document,
            Actor by,
            UUID request,
            @Nullable String onBehalfOf,
            @Nullable Arrival arrival,
            @Nullable AsFound asFound,
            @Nullable Provenance provenance,
            @Nullable ImportId imported,
            @Nullable UUID cause) {
        this(
                event,
                effectiveOn,
                document,
                by,
                request,
                onBehalfOf,
                arrival,
                asFound,
                provenance,
                imported,
                cause,
                null);
    }

    /// Tags of the event, and of the import it belongs to.
    public Set<String> tags() {
        return imported == null ? event.tags() : Tags.with(event.tags(), imported.tag());
    }

    /// The import at whose completion the fact becomes known; null for what no import brought, and
    /// for the end of an import, which is known at its own position.
    public @Nullable ImportId broughtBy() {
        return event instanceof ImportCompleted || event instanceof ImportAborted ? null : imported;
    }

    /// The fact as a signed paper has it although it breaks a rule (R1).
    public Fact asFound(AsFound found) {
        return new Fact(
                event,
                effectiveOn,
                document,
                by,
                request,
                onBehalfOf,
                arrival,
                found,
                provenance,
                imported,
                cause,
                exception);
    }

    /// The fact with the exception it needed.
    public Fact under(ExceptionId needed) {
        return new Fact(
                event,
                effectiveOn,
                document,
                by,
                request,
                onBehalfOf,
                arrival,
                asFound,
                provenance,
                imported,
                cause,
                needed);
    }

    /// The fact with what is known of where it comes from.
    public Fact from(Provenance source) {
        return new Fact(
                event,
                effectiveOn,
                document,
                by,
                request,
                onBehalfOf,
                arrival,
                asFound,
                source,
                imported,
                cause,
                exception);
    }
}

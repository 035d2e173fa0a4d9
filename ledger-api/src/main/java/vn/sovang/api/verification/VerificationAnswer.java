package vn.sovang.api.verification;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.Provenance.Source;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.verification.Standing;
import vn.sovang.projection.verification.Verified;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.ReissueKind;

/// What anybody is told about a certificate: what it says itself, and how it stands. No identity of
/// ours, no person, no reason why something was taken back. Words are published as texts, so that
/// clients get along with ones that come later.
///
/// @param standing how it stands
/// @param since day from which; absent for what simply holds
/// @param item absent where the code stands for the award line itself
/// @param replacement what took the item's place; never its code
/// @param restoredOn day on which the honour was given back, or its annulment revoked
/// @param reconstructed the entry was made up from the counts of a report (R6)
public record VerificationAnswer(
        String code,
        @Schema(implementation = String.class) Standing standing,
        @Nullable LocalDate since,
        PrintedAward award,
        @Nullable PrintedItem item,
        @Nullable ReplacedBy replacement,
        @Nullable LocalDate restoredOn,
        boolean reconstructed,
        ReadUntil asOf) {
    /// The award as the certificate names it.
    ///
    /// @param decisionNumber absent where the ledger has no paper
    /// @param authority absent where the register does not know the body that signed
    public record PrintedAward(
            String name,
            @Schema(implementation = String.class) Rank rank,
            @Nullable String decisionNumber,
            LocalDate decidedOn,
            @Nullable String authority) {}

    /// The item the code is printed on.
    ///
    /// @param serial number on the item
    /// @param goldenBook number in the golden book
    public record PrintedItem(
            @Schema(implementation = String.class) ArtifactKind kind,
            @Nullable String serial,
            @Nullable String goldenBook,
            LocalDate issuedOn) {}

    /// What took an item's place.
    ///
    /// @param kind why; absent where no case tells
    public record ReplacedBy(
            @Schema(implementation = String.class) @Nullable ReissueKind kind,
            LocalDate on,
            @Schema(implementation = String.class) Standing standing) {}

    /// Until when the ledger was read.
    public record ReadUntil(long position, @Nullable Instant recordedAt) {}

    static VerificationAnswer of(String code, Verified found, ReadUntil asOf) {
        return new VerificationAnswer(
                code,
                found.standing(),
                found.since(),
                award(found.award()),
                item(found),
                replacement(found.replacement()),
                found.restoredOn(),
                isReconstructed(found.award()),
                asOf);
    }

    private static PrintedAward award(AwardRow row) {
        return new PrintedAward(
                row.awardName(),
                row.line().rank(),
                row.decisionNumber(),
                row.decidedOn(),
                row.authorityName());
    }

    private static @Nullable PrintedItem item(Verified found) {
        var row = found.item();
        return row == null
                ? null
                : new PrintedItem(row.kind(), row.serial(), row.goldenBook(), row.issuedOn());
    }

    private static @Nullable ReplacedBy replacement(Verified.@Nullable Replacement by) {
        return by == null ? null : new ReplacedBy(by.kind(), by.on(), by.standing());
    }

    private static boolean isReconstructed(AwardRow row) {
        var provenance = row.provenance();
        return provenance != null && provenance.source() == Source.RECONSTRUCTED_FROM_REPORT;
    }
}

package vn.sovang.projection.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;

/// What holds now (*sổ đăng ký hiện hành*). Every query sees one moment of the read model.
public final class Register {
    /// A page longer than this helps nobody.
    public static final int MAX_PAGE = 500;

    /// Award lines, newest day of signature first.
    ///
    /// @param afterCursor the [Page#next] of the page before; null for the first page
    /// @param limit rows wanted, 1 to [#MAX_PAGE]; larger values are cut
    /// @throws IllegalArgumentException if the cursor is none of ours
    public Page<AwardRow> awards(AwardFilter filter, @Nullable String afterCursor, int limit) {
        throw new UnsupportedOperationException();
    }

    public Optional<AwardRow> award(AwardId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<ArtifactRow> artifact(ArtifactId id) {
        throw new UnsupportedOperationException();
    }

    /// The items of an award, first issued first.
    public List<ArtifactRow> artifactsOf(AwardId award) {
        throw new UnsupportedOperationException();
    }

    public Optional<ReissueCaseRow> reissueCase(CaseId id) {
        throw new UnsupportedOperationException();
    }

    /// The re-issue cases about an award, oldest first.
    public List<ReissueCaseRow> casesOf(AwardId award) {
        throw new UnsupportedOperationException();
    }

    /// Re-issue cases, newest first.
    public Page<ReissueCaseRow> reissueCases(
            @Nullable CaseStatus status, @Nullable String afterCursor, int limit) {
        throw new UnsupportedOperationException();
    }

    public Optional<DecisionRow> decision(DecisionId id) {
        throw new UnsupportedOperationException();
    }

    /// Decisions, newest day of signature first.
    ///
    /// @param numberPart part of the number as written; null for all
    public Page<DecisionRow> decisions(
            @Nullable UnitId authority,
            @Nullable String numberPart,
            @Nullable String afterCursor,
            int limit) {
        throw new UnsupportedOperationException();
    }

    public Optional<NominationRow> nomination(NominationId id) {
        throw new UnsupportedOperationException();
    }

    /// Nominations, newest first.
    public Page<NominationRow> nominations(
            @Nullable NominationStatus status, @Nullable String afterCursor, int limit) {
        throw new UnsupportedOperationException();
    }

    public Optional<RecipientRow> recipient(RecipientId id) {
        throw new UnsupportedOperationException();
    }

    /// All units, highest level first, then by name.
    public List<UnitRow> units() {
        throw new UnsupportedOperationException();
    }

    public Optional<UnitRow> unit(UnitId id) {
        throw new UnsupportedOperationException();
    }

    /// The units whose deciding body bears the name; several where a name was given again.
    public List<UnitRow> unitsByAuthorityName(String name) {
        throw new UnsupportedOperationException();
    }

    /// The unit whose deciding body bore the name on that day; none if there was none, or several.
    public Optional<UnitRow> unitByAuthorityName(String name, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /// The catalogue as last defined, in the order of definition.
    public List<AwardTypeRow> awardTypes() {
        throw new UnsupportedOperationException();
    }
}

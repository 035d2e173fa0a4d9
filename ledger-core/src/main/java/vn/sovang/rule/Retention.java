package vn.sovang.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.Fact;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RetentionClass;

/// How long the files of a recipient's awards have to be kept (*thời hạn bảo quản hồ sơ*). The
/// class follows from the award's level; an award whose level nobody knows is kept for ever, since
/// what is destroyed cannot be brought back. An annulled award's file is kept like any other.
///
/// The years are those of Thông tư 10/2022/TT-BNV, to be verified; see the table of legal texts.
public record Retention(AwardTypes types, List<Decided> awards) {
    public static final Retention NOTHING = new Retention(AwardTypes.NONE, List.of());

    /// One award of the recipient.
    public record Decided(AwardDecided award, LocalDate on) {
        /// The award as corrected; none if its line never stood on the paper.
        private Optional<Decided> after(DecisionCorrected correction) {
            if (!award.award().equals(correction.award())) {
                return Optional.of(this);
            }
            if (correction.strikes()) {
                return Optional.empty();
            }
            var line = correction.line();
            return Optional.of(line == null ? this : new Decided(award.with(line), on));
        }
    }

    /// What keeps the data.
    ///
    /// @param until last day; absent for ever, and where nothing is kept
    public record Kept(RetentionClass as, @Nullable LocalDate until) {
        /// Whether the data must still be there on that day.
        public boolean forbidsErasureOn(LocalDate day) {
            return as == RetentionClass.PERMANENT || (until != null && !day.isAfter(until));
        }
    }

    public Retention {
        awards = List.copyOf(awards);
    }

    /// The awards of a recipient. The catalogue has to be asked for beside them.
    public static TagQuery awardsOf(RecipientId recipient) {
        return TagQuery.of(recipient.tag(), AwardDecided.class, DecisionCorrected.class);
    }

    public Retention evolve(Fact fact) {
        return switch (fact.event()) {
            case AwardDecided award -> {
                var all = new ArrayList<>(awards);
                all.add(new Decided(award, fact.effectiveOn()));
                yield new Retention(types, all);
            }
            case DecisionCorrected correction ->
                    new Retention(
                            types,
                            awards.stream().flatMap(d -> d.after(correction).stream()).toList());
            default -> new Retention(types.evolve(fact.event()), awards);
        };
    }

    /// The longest any file is kept.
    public Kept kept() {
        Kept longest = new Kept(RetentionClass.NONE, null);
        for (var decided : awards) {
            var kept = kept(decided);
            if (kept.as() == RetentionClass.PERMANENT) {
                return kept;
            }
            var until = longest.until();
            if (until == null || (kept.until() != null && until.isBefore(kept.until()))) {
                longest = kept;
            }
        }
        return longest;
    }

    private Kept kept(Decided decided) {
        var code = decided.award().line().award();
        var level =
                types.on(code, decided.on())
                        .or(() -> types.of(code))
                        .map(AwardTypeDefined::level)
                        .orElse(AwardLevel.KHONG_RO);
        return switch (level) {
            case NHA_NUOC, CHINH_PHU, KHONG_RO -> new Kept(RetentionClass.PERMANENT, null);
            case BO_TINH -> new Kept(RetentionClass.TWENTY_YEARS, decided.on().plusYears(20));
            case HUYEN, XA, CO_SO -> new Kept(RetentionClass.TEN_YEARS, decided.on().plusYears(10));
        };
    }
}

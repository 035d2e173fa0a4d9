package vn.sovang.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.Ballot;
import vn.sovang.vocabulary.RuleResult;

/// How many members of a council must be there, and how many for it (*túc số, tỷ lệ phiếu*). A
/// table by date: which row held on the day of the vote is recorded with the vote.
///
/// @param version name of the row, as stored
/// @param from first day, absent = ever
/// @param to last day, absent = still
/// @param presentOf least share of members present, as numerator and denominator
/// @param percent least share of all members in favour, by award
/// @param basis where it stands
/// @param verified whether it was read in the text itself
public record CouncilRule(
        String version,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Share presentOf,
        Map<String, Integer> percent,
        String basis,
        boolean verified) {
    /// A share as the law words it, such as two thirds.
    public record Share(int numerator, int denominator) {
        boolean holds(int part, int whole) {
            return (long) part * denominator >= (long) whole * numerator;
        }
    }

    /// What is recorded where no row holds.
    public static final String NO_RULE = "KHONG_RO";

    private static final Map<String, Integer> HIGH_HONOURS =
            Map.of(
                    "DH_TINH_ANH_HUNG", 90,
                    "DH_AHLLVTND", 90,
                    "DH_AHLD", 90,
                    "CO_THI_DUA_CP", 80,
                    "CSTD_TOAN_QUOC", 80);

    private static final List<CouncilRule> TABLE =
            List.of(
                    new CouncilRule(
                            "HOI_DONG-2017/1",
                            LocalDate.of(2017, 10, 1),
                            LocalDate.of(2023, 12, 31),
                            new Share(2, 3),
                            HIGH_HONOURS,
                            "NĐ 91/2017/NĐ-CP",
                            false),
                    new CouncilRule(
                            "HOI_DONG-2024/1",
                            LocalDate.of(2024, 1, 1),
                            null,
                            new Share(2, 3),
                            HIGH_HONOURS,
                            "NĐ 98/2023/NĐ-CP; NĐ 152/2025/NĐ-CP",
                            false));

    public CouncilRule {
        percent = Map.copyOf(percent);
    }

    /// The row that held on a day.
    public static Optional<CouncilRule> on(LocalDate day) {
        return TABLE.stream()
                .filter(r -> r.from == null || !day.isBefore(r.from))
                .filter(r -> r.to == null || !day.isAfter(r.to))
                .findFirst();
    }

    /// Whether enough members took part.
    public RuleResult quorum(Ballot ballot) {
        return result(presentOf.holds(ballot.present(), ballot.total()));
    }

    /// Whether enough of all members were for it; not known for most awards.
    public RuleResult majority(Ballot ballot, AwardCode award) {
        var needed = percent.get(award.value());
        return needed == null
                ? RuleResult.CHUA_RO
                : result(new Share(needed, 100).holds(ballot.inFavour(), ballot.total()));
    }

    private static RuleResult result(boolean holds) {
        return holds ? RuleResult.DAT : RuleResult.KHONG_DAT;
    }
}

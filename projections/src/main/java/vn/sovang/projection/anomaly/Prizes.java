package vn.sovang.projection.anomaly;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.PrizePaid;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;

/// What was paid for an award against multiple × base salary of the day of decision (NĐ
/// 98/2023/NĐ-CP Điều 54). Only for individuals and only where the catalogue has one verified
/// multiple for the rank: what collectives get beside it is not settled in the catalogue.
final class Prizes implements Docket<Prizes.Award> {
    /// Base salary (*lương cơ sở*) in đồng from a day on, newest first; to be verified.
    private static final List<Salary> SALARIES =
            List.of(
                    new Salary(LocalDate.of(2026, 7, 1), 2_530_000),
                    new Salary(LocalDate.of(2024, 7, 1), 2_340_000),
                    new Salary(LocalDate.of(2023, 7, 1), 1_800_000));

    private record Salary(LocalDate from, long dong) {}

    /// What is due for an award, and what was paid.
    ///
    /// @param due in đồng; absent where nobody can say
    record Award(
            @Nullable String unit,
            @Nullable Long due,
            @Nullable String multiple,
            long salary,
            List<Paid> paid) {}

    /// One payment.
    record Paid(long dong, long position) {}

    @Override
    public Class<Award> state() {
        return Award.class;
    }

    @Override
    public Award initial() {
        return new Award(null, null, null, 0, List.of());
    }

    @Override
    public List<String> things(Known known) {
        return switch (known.fact().event()) {
            case AwardDecided e -> List.of(e.award().tag());
            case PrizePaid e -> List.of(e.award().tag());
            default -> List.of();
        };
    }

    @Override
    public Award evolve(Award state, Known known, World world) {
        return switch (known.fact().event()) {
            case AwardDecided e -> decided(state, e, known.fact().effectiveOn(), world);
            case PrizePaid e -> {
                var paid = new ArrayList<>(state.paid());
                paid.add(new Paid(e.dong(), known.position()));
                yield new Award(state.unit(), state.due(), state.multiple(), state.salary(), paid);
            }
            default -> state;
        };
    }

    private static Award decided(Award state, AwardDecided e, LocalDate day, World world) {
        var unit = e.key().authority().toString();
        var salary = SALARIES.stream().filter(s -> !day.isBefore(s.from())).findFirst();
        var multiple = multiple(e.line(), world.type(e.line().award()));
        if (multiple == null || salary.isEmpty()) {
            return new Award(unit, null, null, 0, state.paid());
        }
        long dong = salary.get().dong();
        long due =
                multiple.multiply(BigDecimal.valueOf(dong))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
        return new Award(unit, due, multiple.toPlainString(), dong, state.paid());
    }

    private static @Nullable BigDecimal multiple(AwardLine line, World.@Nullable Type type) {
        if (type == null || type.multiples() == null || !type.verified()) {
            return null;
        }
        var all = type.multiples().split("\\|", -1);
        int at = line.rank() == Rank.NONE ? 0 : type.ranks().indexOf(line.rank());
        boolean one = line.rank() != Rank.NONE || all.length == 1;
        if (line.recipientKind() != RecipientKind.INDIVIDUAL
                || !one
                || at < 0
                || at >= all.length) {
            return null;
        }
        var text = all[at].strip();
        return text.matches("\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
    }

    @Override
    public List<Found> findings(String thing, Award state) {
        var due = state.due();
        if (due == null) {
            return List.of();
        }
        var wrong = state.paid().stream().filter(p -> p.dong() != due).toList();
        return wrong.isEmpty()
                ? List.of()
                : List.of(
                        Found.of(
                                        AnomalyRule.PRIZE_AMOUNT_DIFFERS,
                                        thing,
                                        wrong.stream().map(Paid::position).toList())
                                .saying("paid", wrong.getFirst().dong())
                                .saying("due", due)
                                .saying("multiple", String.valueOf(state.multiple()))
                                .saying("salary", state.salary())
                                .ofUnit(state.unit()));
    }
}

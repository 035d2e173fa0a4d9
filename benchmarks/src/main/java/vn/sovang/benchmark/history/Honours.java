package vn.sovang.benchmark.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.founding.ReferenceData;
import vn.sovang.founding.ReferenceData.UnitRow;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// What is conferred, how often, and who proposes, forwards and decides it, in the city as it was.
final class Honours {
    /// Shares of a year's lines, in per mille, after the report of June 2024: titles of the base
    /// first, the state's orders last.
    private static final List<Share> SHARES =
            List.of(
                    new Share(430, "LDTT", RecipientKind.INDIVIDUAL),
                    new Share(120, "CSTD_CO_SO", RecipientKind.INDIVIDUAL),
                    new Share(60, "TT_LDTT", RecipientKind.COLLECTIVE),
                    new Share(130, "GK_HUYEN", RecipientKind.INDIVIDUAL),
                    new Share(40, "GK_HUYEN", RecipientKind.COLLECTIVE),
                    new Share(60, "GIA_DINH_VAN_HOA", RecipientKind.HOUSEHOLD),
                    new Share(60, "BK_TINH", RecipientKind.INDIVIDUAL),
                    new Share(20, "BK_TINH", RecipientKind.COLLECTIVE),
                    new Share(20, "CSTD_CAP_TINH", RecipientKind.INDIVIDUAL),
                    new Share(15, "TT_LDXS", RecipientKind.COLLECTIVE),
                    new Share(15, "BK_TTG", RecipientKind.INDIVIDUAL),
                    new Share(15, "HC_LAO_DONG", RecipientKind.INDIVIDUAL),
                    new Share(15, "HYC_CHIEN_SI_VV", RecipientKind.INDIVIDUAL));

    private static final List<CommendationType> REASONS =
            List.of(
                    CommendationType.CONG_TRANG,
                    CommendationType.CONG_TRANG,
                    CommendationType.CONG_TRANG,
                    CommendationType.PHONG_TRAO,
                    CommendationType.DOT_XUAT);

    private final Map<String, AwardTypeDefined> types =
            ReferenceData.awardTypes().stream()
                    .collect(Collectors.toMap(t -> t.code().value(), Function.identity()));
    private final Map<UnitId, String> names =
            ReferenceData.units().stream()
                    .collect(Collectors.toMap(UnitRow::unit, UnitRow::authorityName));
    private final List<UnitRow> wards;
    private final UnitId city;
    private final UnitId province;
    private final UnitId government;
    private final UnitId president;

    private record Share(int perMille, String code, RecipientKind kind) {}

    /// One list of nominations and what becomes of it.
    ///
    /// @param path bodies that send the list up, the proposer first; empty if its authority is the
    ///   proposer
    record Round(
            AwardTypeDefined award,
            Rank rank,
            RecipientKind kind,
            CommendationType reason,
            List<UnitId> path,
            UnitId authority) {}

    /// @param until last day of the history; only wards that exist all the time take part
    Honours(LocalDate until) {
        var units = ReferenceData.units();
        city = named(units, "UBND thành phố Phan Rang - Tháp Chàm");
        province = named(units, "UBND tỉnh Ninh Thuận");
        government = named(units, "Thủ tướng Chính phủ");
        president = named(units, "Chủ tịch nước");
        var ended =
                ReferenceData.unitHistory().stream()
                        .filter(change -> !change.day().isAfter(until))
                        .flatMap(change -> endedBy(change.event()).stream())
                        .collect(Collectors.toSet());
        wards =
                units.stream()
                        .filter(u -> u.level() == UnitLevel.XA && city.equals(u.parent()))
                        .filter(u -> !ended.contains(u.unit()))
                        .toList();
    }

    private static Optional<UnitId> endedBy(UnitEvent event) {
        return switch (event) {
            case UnitMerged e -> Optional.of(e.unit());
            case UnitAbolished e -> Optional.of(e.unit());
            case UnitSplit e -> Optional.of(e.unit());
            default -> Optional.empty();
        };
    }

    private static UnitId named(List<UnitRow> units, String authority) {
        return units.stream()
                .filter(u -> u.authorityName().equals(authority))
                .findFirst()
                .orElseThrow()
                .unit();
    }

    Round next(RandomGenerator random) {
        Share share = share(random.nextInt(1_000));
        AwardTypeDefined award = types.get(share.code);
        if (award == null) {
            throw new IllegalStateException("not in the catalogue: " + share.code);
        }
        UnitId ward = wards.get(random.nextInt(wards.size())).unit();
        Rank rank =
                award.ranks().isEmpty()
                        ? Rank.NONE
                        : award.ranks().get(random.nextInt(award.ranks().size()));
        return new Round(
                award,
                rank,
                share.kind,
                REASONS.get(random.nextInt(REASONS.size())),
                path(award.level(), ward),
                authority(award.level(), ward));
    }

    private static Share share(int perMille) {
        int left = perMille;
        for (Share share : SHARES) {
            left -= share.perMille;
            if (left < 0) {
                return share;
            }
        }
        throw new IllegalStateException("the shares do not add up");
    }

    private List<UnitId> path(AwardLevel level, UnitId ward) {
        return switch (level) {
            case XA -> List.of();
            case CO_SO, HUYEN, KHONG_RO -> List.of(ward);
            case BO_TINH -> List.of(ward, city);
            case CHINH_PHU, NHA_NUOC -> List.of(ward, city, province);
        };
    }

    private UnitId authority(AwardLevel level, UnitId ward) {
        return switch (level) {
            case XA -> ward;
            case CO_SO, HUYEN, KHONG_RO -> city;
            case BO_TINH -> province;
            case CHINH_PHU -> government;
            case NHA_NUOC -> president;
        };
    }

    /// The deciding body of a unit, as its papers name it.
    String nameOf(UnitId unit) {
        return Objects.requireNonNull(names.get(unit));
    }

    /// Who receives requests for new items.
    UnitId office() {
        return city;
    }

    /// Who proposes lines that no list goes up for: the ward itself.
    static UnitId proposer(Round round) {
        return round.path().isEmpty() ? round.authority() : round.path().getFirst();
    }
}

package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.AWARD_TYPE_NOT_VALID;
import static vn.sovang.decider.RefusalCode.AWARD_TYPE_UNKNOWN;
import static vn.sovang.decider.RefusalCode.POSTHUMOUS_NOT_ALLOWED;
import static vn.sovang.decider.RefusalCode.RANK_DOES_NOT_EXIST;
import static vn.sovang.decider.RefusalCode.RECIPIENT_KIND_NOT_ALLOWED;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.LedgerEvent;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;

/// The part of the catalogue that a decision needs.
public record AwardTypes(Map<AwardCode, AwardTypeDefined> byCode) {
    public static final AwardTypes NONE = new AwardTypes(Map.of());

    public AwardTypes {
        byCode = Map.copyOf(byCode);
    }

    /// The events that define one award type.
    public static TagQuery definitionOf(AwardCode code) {
        return TagQuery.of(code.tag(), AwardTypeDefined.class);
    }

    public AwardTypes evolve(LedgerEvent event) {
        if (!(event instanceof AwardTypeDefined type)) {
            return this;
        }
        var types = new HashMap<>(byCode);
        types.put(type.code(), type);
        return new AwardTypes(types);
    }

    public Optional<AwardTypeDefined> of(AwardCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// Whether the law lets this award go to this recipient on that day. `KHONG_RO` is a legal
    /// value for award and rank: a paper that does not say cannot break the rule.
    public Optional<Refused> check(AwardLine line, ConferralMode mode, LocalDate day) {
        if (line.award().equals(AwardCode.UNKNOWN)) {
            return Optional.empty();
        }
        var type = byCode.get(line.award());
        if (type == null) {
            return Optional.of(refuse(AWARD_TYPE_UNKNOWN, "award", line.award()));
        }
        if (!type.validOn(day)) {
            return Optional.of(
                    refuse(
                            AWARD_TYPE_NOT_VALID,
                            Map.of("award", type.nameVi(), "day", day.toString())));
        }
        // Luật TĐKT 2022 Điều 21–31, 34–75: each article names who may hold the award.
        if (!type.recipients().contains(line.recipientKind())) {
            return Optional.of(
                    refuse(
                            RECIPIENT_KIND_NOT_ALLOWED,
                            Map.of("award", type.nameVi(), "kind", line.recipientKind().name())));
        }
        if (!rankExists(type, line.rank())) {
            return Optional.of(
                    refuse(
                            RANK_DOES_NOT_EXIST,
                            Map.of("award", type.nameVi(), "rank", line.rank().name())));
        }
        // Only where the law is clear: for nhà giáo, thầy thuốc, nghệ sĩ it is not (UNCLEAR).
        if (mode == ConferralMode.TRUY_TANG && !posthumousAllowed(type, line.recipientKind())) {
            return Optional.of(refuse(POSTHUMOUS_NOT_ALLOWED, "award", type.nameVi()));
        }
        return Optional.empty();
    }

    /// A collective does not die: where the law names individuals, or anyone, only they.
    private static boolean posthumousAllowed(AwardTypeDefined type, RecipientKind kind) {
        return switch (type.posthumous()) {
            case "NO" -> false;
            case "INDIVIDUALS" -> kind == RecipientKind.INDIVIDUAL;
            default -> kind != RecipientKind.COLLECTIVE;
        };
    }

    private static boolean rankExists(AwardTypeDefined type, Rank rank) {
        return switch (rank) {
            case NONE -> type.ranks().isEmpty();
            case KHONG_RO -> true;
            case HANG_NHAT, HANG_NHI, HANG_BA -> type.ranks().contains(rank);
        };
    }
}

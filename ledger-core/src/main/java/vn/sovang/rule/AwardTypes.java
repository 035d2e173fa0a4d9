package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.AWARD_TYPE_NOT_VALID;
import static vn.sovang.decider.RefusalCode.AWARD_TYPE_UNKNOWN;
import static vn.sovang.decider.RefusalCode.POSTHUMOUS_NOT_ALLOWED;
import static vn.sovang.decider.RefusalCode.RANK_DOES_NOT_EXIST;
import static vn.sovang.decider.RefusalCode.RECIPIENT_KIND_NOT_ALLOWED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.CatalogueEvent.AwardTypeRetired;
import vn.sovang.event.LedgerEvent;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;

/// The part of the catalogue that a decision needs: every form an award type ever took, in the
/// order in which they were recorded.
public record AwardTypes(Map<AwardCode, List<Form>> byCode) {
    public static final AwardTypes NONE = new AwardTypes(Map.of());

    /// A type as defined once, and when the law dropped it.
    ///
    /// @param retiredOn first day without it
    public record Form(AwardTypeDefined type, @Nullable LocalDate retiredOn) {
        private Form retired(LocalDate day) {
            return retiredOn == null ? new Form(type, day) : this;
        }

        boolean validOn(LocalDate day) {
            return type.validOn(day) && (retiredOn == null || day.isBefore(retiredOn));
        }
    }

    public AwardTypes {
        byCode = Map.copyOf(byCode);
    }

    /// The events that define one award type.
    public static TagQuery definitionOf(AwardCode code) {
        return TagQuery.of(code.tag(), AwardTypeDefined.class, AwardTypeRetired.class);
    }

    /// The events that define all of them.
    public static TagQuery all() {
        return TagQuery.of(
                AwardTypeDefined.CATALOGUE_TAG, AwardTypeDefined.class, AwardTypeRetired.class);
    }

    public AwardTypes evolve(LedgerEvent event) {
        return switch (event) {
            case AwardTypeDefined type -> {
                var forms = new ArrayList<>(forms(type.code()));
                forms.add(new Form(type, null));
                yield with(type.code(), forms);
            }
            case AwardTypeRetired retired ->
                    with(
                            retired.code(),
                            forms(retired.code()).stream()
                                    .map(form -> form.retired(retired.retiredOn()))
                                    .toList());
            default -> this;
        };
    }

    private AwardTypes with(AwardCode code, List<Form> forms) {
        var types = new HashMap<>(byCode);
        types.put(code, List.copyOf(forms));
        return new AwardTypes(types);
    }

    private List<Form> forms(AwardCode code) {
        return byCode.getOrDefault(code, List.of());
    }

    /// The form recorded last, whatever the day.
    public Optional<AwardTypeDefined> of(AwardCode code) {
        var forms = forms(code);
        return forms.isEmpty() ? Optional.empty() : Optional.of(forms.getLast().type());
    }

    /// The form that held on a day: of several, the one recorded last.
    public Optional<AwardTypeDefined> on(AwardCode code, LocalDate day) {
        return forms(code).reversed().stream()
                .filter(form -> form.validOn(day))
                .map(Form::type)
                .findFirst();
    }

    /// Whether the law lets this award go to this recipient on that day. `KHONG_RO` is a legal
    /// value for award and rank: a paper that does not say cannot break the rule.
    public Optional<Refused> check(AwardLine line, ConferralMode mode, LocalDate day) {
        if (line.award().equals(AwardCode.UNKNOWN)) {
            return Optional.empty();
        }
        var known = of(line.award());
        if (known.isEmpty()) {
            return Optional.of(refuse(AWARD_TYPE_UNKNOWN, "award", line.award()));
        }
        var then = on(line.award(), day);
        if (then.isEmpty()) {
            return Optional.of(
                    refuse(
                            AWARD_TYPE_NOT_VALID,
                            Map.of("award", known.get().nameVi(), "day", day.toString())));
        }
        var type = then.get();
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

package vn.sovang.api.entry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.search.SearchAnswer;
import vn.sovang.api.search.SearchQuestion;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.AwardTypeRow;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.projection.search.SearchKind;
import vn.sovang.vocabulary.Folding;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.VietnameseOrder;

/// Finds what people name by typing. What is not named beyond doubt is offered for choice: a guess
/// would be stored for ever.
@Component
class Lookup {
    private static final Pattern ID =
            Pattern.compile("(?:.*/)?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

    private static final int MOST = 12;

    private final Projections projections;
    private final Scopes scopes;

    Lookup(Projections projections, Scopes scopes) {
        this.projections = projections;
        this.scopes = scopes;
    }

    /// What was found.
    sealed interface Found {
        /// One thing beyond doubt.
        record One(String id) implements Found {}

        /// Several; people choose.
        record Several(List<Option> options) implements Found {
            public Several {
                options = List.copyOf(options);
            }
        }

        /// Nothing.
        record Nothing() implements Found {}
    }

    /// The identity that a text is, or that ends the address of a page.
    static Optional<UUID> identity(String text) {
        var found = ID.matcher(text.strip());
        return found.matches()
                ? Optional.of(UUID.fromString(found.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /// Units whose deciding body may be typed, in the order of their names.
    List<String> unitNames() {
        return projections.register().units().stream()
                .filter(u -> u.endedOn() == null)
                .map(UnitRow::authorityName)
                .distinct()
                .sorted(VietnameseOrder.TEXTS)
                .toList();
    }

    /// Names of the catalogue that may be typed, in their order.
    List<String> awardNames() {
        return projections.register().awardTypes().stream()
                .map(AwardTypeRow::nameVi)
                .distinct()
                .sorted(VietnameseOrder.TEXTS)
                .toList();
    }

    /// The award type of a name or a code; accents, case and spaces aside.
    Found award(String text) {
        var types = projections.register().awardTypes();
        var wanted = Folding.letters(text);
        var named =
                types.stream()
                        .filter(type ->
                                Folding.letters(type.nameVi()).equals(wanted)
                                        || Folding.letters(type.code().value()).equals(wanted))
                        .toList();
        if (named.size() == 1) {
            return new Found.One(named.getFirst().code().value());
        }
        var near =
                named.isEmpty() && !wanted.isEmpty()
                        ? types.stream()
                                .filter(type -> Folding.letters(type.nameVi()).contains(wanted))
                                .toList()
                        : named;
        return near.isEmpty()
                ? new Found.Nothing()
                : new Found.Several(
                        near.stream()
                                .sorted(
                                        Comparator.comparing(
                                                AwardTypeRow::nameVi, VietnameseOrder.TEXTS))
                                .limit(MOST)
                                .map(type -> new Option(type.code().value(), type.nameVi()))
                                .toList());
    }

    /// The unit of a name on a day. Accents count, case and the place of tones do not.
    Found unit(String text, LocalDate day) {
        var units = projections.register().units();
        var id = identity(text).filter(i -> units.stream().anyMatch(u -> u.id().value().equals(i)));
        if (id.isPresent()) {
            return new Found.One(id.get().toString());
        }
        var wanted = Folding.accented(text);
        var named =
                units.stream()
                        .filter(u ->
                                Folding.accented(u.authorityName()).equals(wanted)
                                        || Folding.accented(u.name()).equals(wanted))
                        .toList();
        var then = named.stream().filter(u -> u.existedOn(day)).toList();
        if (then.size() == 1) {
            return new Found.One(then.getFirst().id().value().toString());
        }
        if (then.isEmpty() && named.size() == 1) {
            // That it did not exist on the day is for the rules to say.
            return new Found.One(named.getFirst().id().value().toString());
        }
        var near = named.isEmpty() ? containing(text, units) : named;
        return near.isEmpty() ? new Found.Nothing() : new Found.Several(options(near));
    }

    private static List<UnitRow> containing(String text, List<UnitRow> units) {
        var words = Folding.words(text);
        return units.stream()
                .filter(u ->
                        !words.isEmpty()
                                && (Folding.words(u.authorityName()).contains(words)
                                        || Folding.words(u.name()).contains(words)))
                .toList();
    }

    private static List<Option> options(List<UnitRow> units) {
        return units.stream()
                .sorted(
                        Comparator.comparing((UnitRow u) -> u.endedOn() != null)
                                .thenComparing(UnitRow::authorityName, VietnameseOrder.TEXTS))
                .limit(MOST)
                .map(u -> new Option(u.id().value().toString(), named(u)))
                .toList();
    }

    private static String named(UnitRow unit) {
        var ended = unit.endedOn();
        return ended == null
                ? unit.authorityName()
                : unit.authorityName() + " (–" + Days.shown(ended) + ")";
    }

    /// The name of a unit, as people type it.
    String name(UnitId unit) {
        return projections.register().unit(unit).map(UnitRow::authorityName).orElse("");
    }

    /// Recipients that a text finds. Two people may bear one name, so even one alone is offered,
    /// unless the text is an identity.
    Found recipient(String text, SignedIn who, Messages texts) {
        var id = identity(text);
        if (id.isPresent()) {
            return projections.register().recipient(new RecipientId(id.get())).isPresent()
                    ? new Found.One(id.get().toString())
                    : new Found.Nothing();
        }
        try {
            var question = new SearchQuestion(text, SearchKind.RECIPIENT.name(), null, null);
            var options =
                    SearchAnswer.of(projections, question)
                            .within(scopes.of(who), scopes)
                            .groups()
                            .stream()
                            .flatMap(group -> group.hits().stream())
                            .limit(MOST)
                            .map(hit -> new Option(hit.id(), words(hit, texts)))
                            .toList();
            return options.isEmpty() ? new Found.Nothing() : new Found.Several(options);
        } catch (Failure unusable) {
            return new Found.Nothing();
        }
    }

    /// Identities are sealed: somebody is told apart by kind, awards and the end of the identity.
    private String words(SearchAnswer.Thing hit, Messages texts) {
        var words = new StringBuilder(recipient(new RecipientId(UUID.fromString(hit.id())), texts));
        hit.awards()
                .forEach(award ->
                        words.append("; ")
                                .append(award.awardName())
                                .append(" (")
                                .append(award.decidedOn().getYear())
                                .append(")"));
        return words.toString();
    }

    /// A recipient in words.
    String recipient(RecipientId id, Messages texts) {
        var kind = projections.register().recipient(id).map(row -> texts.of(row.kind()) + ", ");
        return kind.orElse("") + texts.text("recipient.short", id.value().toString().substring(28));
    }
}

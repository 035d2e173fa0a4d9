package vn.sovang.api.imports;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.imports.Rows.DecisionSaid;
import vn.sovang.api.imports.Rows.Kept;
import vn.sovang.api.imports.Rows.Party;
import vn.sovang.api.imports.Rows.Seen;
import vn.sovang.api.imports.Rows.SheetRow;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.ReissueKind;

/// Reads rows of survey sheets. Every cell is looked at, so that one reading names all that is
/// wrong.
final class SheetRows {
    private SheetRows() {}

    /// @param mother whom the row is about; null if the row does not say
    static Optional<SheetRow> read(Fields at, @Nullable Party mother) {
        var letter = at.required(Heading.LETTER_NUMBER);
        var day = at.requiredDay(Heading.DATE);
        var unit = at.required(Heading.UNIT);
        var ward = at.text(Heading.WARD);
        boolean noDecision = marked(at, Heading.NO_DECISION);
        boolean another = marked(at, Heading.ANOTHER_PERSON);
        var decision = decision(at, noDecision);
        var seen = seen(at);
        var kept = kept(at);
        var asFound = at.text(Heading.AS_FOUND);
        boolean traced = noDecision || decision.isPresent();
        if (letter == null
                || day == null
                || unit == null
                || mother == null
                || seen.isEmpty()
                || !traced) {
            return Optional.empty();
        }
        return Optional.of(
                new SheetRow(
                        at,
                        new DocumentNumber(letter),
                        day,
                        unit,
                        ward,
                        mother,
                        decision.orElse(null),
                        noDecision,
                        another,
                        seen.get(),
                        kept,
                        asFound));
    }

    private static boolean marked(Fields at, Heading heading) {
        return Boolean.TRUE.equals(yes(at, heading));
    }

    /// Null where the cell is blank, or neither yes nor no, which is noted.
    private static @Nullable Boolean yes(Fields at, Heading heading) {
        var text = at.text(heading);
        if (text == null) {
            return null;
        }
        if (Lexicon.isWord("YES", text)) {
            return true;
        }
        if (Lexicon.isWord("NO", text)) {
            return false;
        }
        at.error(heading, text, ProblemCode.VALUE_UNKNOWN, "có; không");
        return null;
    }

    /// All three of number, day and authority, or the word that no decision was found.
    private static Optional<DecisionSaid> decision(Fields at, boolean noDecision) {
        var mode = at.value(Heading.MODE, ConferralMode.class).orElse(null);
        if (noDecision) {
            for (var said : new Heading[] {Heading.DECISION_NUMBER, Heading.AWARD_DECISION_DATE}) {
                if (at.has(said)) {
                    at.error(said, at.written(said), ProblemCode.DECISION_FOUND_AND_NOT);
                }
            }
            return Optional.empty();
        }
        var number = at.required(Heading.DECISION_NUMBER);
        var day = at.requiredDay(Heading.AWARD_DECISION_DATE);
        var authority = at.required(Heading.AUTHORITY);
        return number == null || day == null || authority == null
                ? Optional.empty()
                : Optional.of(new DecisionSaid(new DocumentNumber(number), day, authority, mode));
    }

    private static Optional<Seen> seen(Fields at) {
        at.required(Heading.ARTIFACT);
        var kind = at.value(Heading.ARTIFACT, ArtifactKind.class);
        at.required(Heading.CONDITION);
        var condition = at.value(Heading.CONDITION, ArtifactCondition.class);
        var there = yes(at, Heading.PRESENT);
        var life = at.value(Heading.LIFE, LifeStatus.class, LifeStatus.KHONG_RO);
        var died = at.written(Heading.DIED);
        var proposed = proposed(at);
        var surveyor = at.text(Heading.SURVEYOR);
        if (condition.isPresent()
                && condition.get() != ArtifactCondition.KHONG_RO
                && there != null
                && there != condition.get().present()) {
            at.error(
                    Heading.PRESENT,
                    at.text(Heading.PRESENT),
                    ProblemCode.PRESENCE_DIFFERS,
                    Lexicon.spelling(condition.get()));
        }
        if (died != null && life == LifeStatus.ALIVE) {
            at.error(Heading.DIED, died, ProblemCode.ALIVE_AND_DEAD);
        }
        return kind.isEmpty() || condition.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Seen(kind.get(), condition.get(), life, died, proposed, surveyor));
    }

    private static @Nullable ReissueKind proposed(Fields at) {
        var text = at.text(Heading.REQUEST);
        return text == null || Lexicon.isWord("NO", text)
                ? null
                : at.value(Heading.REQUEST, ReissueKind.class).orElse(null);
    }

    /// Whoever keeps the item and is not its holder gets a time of keeping of their own.
    private static Kept kept(Fields at) {
        var relation = at.value(Heading.RELATION, KeeperRelation.class, KeeperRelation.KHONG_RO);
        var name = at.text(Heading.KEEPER);
        var address = at.text(Heading.KEEPER_ADDRESS);
        var until = at.day(Heading.KEPT_UNTIL);
        if (name != null && SheetPart.role(relation) != null && !at.has(Heading.KEPT_UNTIL)) {
            at.error(Heading.KEPT_UNTIL, null, ProblemCode.VALUE_MISSING);
        }
        if (name == null && address != null && SheetPart.role(relation) != null) {
            at.error(Heading.KEEPER, null, ProblemCode.VALUE_MISSING);
        }
        return new Kept(relation, name, address, until);
    }
}

package vn.sovang.api.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.imports.Rows.Party;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.privacy.Sealing;
import vn.sovang.vocabulary.Folding;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.Sealed;

/// Those whom the file honours. Rows with one key of the file speak of one recipient; a row without
/// key is a recipient of its own: two people of one name are never taken for one. Owned by one
/// reading.
final class Recipients {
    private final Supplier<UUID> ids;
    private final Map<String, Known> byKey = new HashMap<>();
    private final Map<RecipientId, Known> byId = new HashMap<>();
    private final List<Known> inOrder = new ArrayList<>();

    /// One recipient, with what all its rows say together.
    static final class Known {
        final RecipientId id;
        final RecipientKind kind;
        final String name;
        final Circumstance first;
        private @Nullable String birth;
        private @Nullable String residence;

        private Known(RecipientId id, Party party, Circumstance first) {
            this.id = id;
            this.kind = party.kind();
            this.name = party.name();
            this.birth = party.birth();
            this.residence = party.residence();
            this.first = first;
        }

        /// Whether the row can speak of this recipient: a blank cell says nothing.
        private boolean fits(Party party) {
            return kind == party.kind()
                    && Folding.accented(name).equals(Folding.accented(party.name()))
                    && (birth == null || party.birth() == null || birth.equals(party.birth()));
        }

        /// Whether no year of birth says that it is another.
        boolean couldBe(@Nullable String year) {
            return birth == null || year == null || birth.equals(year);
        }

        private void learn(Party party) {
            birth = birth == null ? party.birth() : birth;
            residence = residence == null ? party.residence() : residence;
        }

        /// The registration, with identity sealed (R11).
        RecipientRegistered sealed(Sealing sealing) {
            return new RecipientRegistered(
                    id,
                    kind,
                    sealing.seal(id.value(), "name", name),
                    seal(sealing, "birth", birth),
                    seal(sealing, "residence", residence));
        }

        private @Nullable Sealed seal(Sealing sealing, String field, @Nullable String text) {
            return text == null ? null : sealing.seal(id.value(), field, text);
        }
    }

    Recipients(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /// The recipient of a row; null, with the reason noted, if rows with its key disagree.
    @Nullable Known meet(Party party, Fields at, Circumstance circumstance) {
        var key = party.key();
        var known = key == null ? null : byKey.get(key);
        if (known == null) {
            return add(party, circumstance);
        }
        return confirm(known, party, at) ? known : null;
    }

    /// Whether a row that names a nomination speaks of the nomination's recipient; notes it if not.
    boolean confirm(Known known, Party party, Fields at) {
        if (!known.fits(party)) {
            at.error(
                    Heading.NAME,
                    party.name(),
                    ProblemCode.RECIPIENT_DIFFERS,
                    known.first.source().sheet(),
                    Integer.toString(known.first.source().row()));
            return false;
        }
        known.learn(party);
        return true;
    }

    /// Whether a row before gave the key.
    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /// Whether anybody in the file is spelled so, whatever the key.
    boolean names(Party party, KnownAwards ledger) {
        return inOrder.stream()
                .filter(k -> k.kind == party.kind())
                .filter(k -> k.couldBe(party.birth()))
                .anyMatch(k -> ledger.sameName(k.name, party.name()));
    }

    Known of(RecipientId id) {
        return Objects.requireNonNull(byId.get(id));
    }

    private Known add(Party party, Circumstance circumstance) {
        var known = new Known(new RecipientId(ids.get()), party, circumstance);
        inOrder.add(known);
        byId.put(known.id, known);
        var key = party.key();
        if (key != null) {
            byKey.put(key, known);
        }
        return known;
    }

    List<Known> inOrder() {
        return List.copyOf(inOrder);
    }
}

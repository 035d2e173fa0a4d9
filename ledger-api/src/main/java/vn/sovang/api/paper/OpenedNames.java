package vn.sovang.api.paper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.privacy.IdentityVault;
import vn.sovang.privacy.Unmasking;
import vn.sovang.projection.register.RecipientRow;
import vn.sovang.projection.register.Register;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.Sealed;

/// The personal fields of one paper, opened together: one entry of the access log for each person,
/// made before anything is shown (R25). Of whom the identity was erased, or whose processing is
/// restricted, the paper says so instead.
final class OpenedNames {
    private final Map<RecipientId, RecipientRow> people;
    private final Map<UUID, String> texts;

    private OpenedNames(Map<RecipientId, RecipientRow> people, Map<UUID, String> texts) {
        this.people = people;
        this.texts = texts;
    }

    /// @param further sealed fields beside name, birth and residence
    static OpenedNames of(
            IdentityVault vault,
            Map<RecipientId, RecipientRow> people,
            Collection<Sealed> further,
            Unmasking who) {
        var wanted = new ArrayList<>(further);
        for (var person : people.values()) {
            wanted.add(person.name());
            add(wanted, person.birth());
            add(wanted, person.residence());
        }
        return new OpenedNames(people, vault.open(wanted, who));
    }

    static Map<RecipientId, RecipientRow> rows(
            Register register, Collection<RecipientId> recipients) {
        var rows = new HashMap<RecipientId, RecipientRow>();
        for (var recipient : recipients) {
            if (!rows.containsKey(recipient)) {
                register.recipient(recipient).ifPresent(row -> rows.put(recipient, row));
            }
        }
        return rows;
    }

    private static void add(Collection<Sealed> all, @Nullable Sealed field) {
        if (field != null) {
            all.add(field);
        }
    }

    /// As written; why it is not shown; nothing for one who was never registered.
    String name(RecipientId recipient) {
        var row = people.get(recipient);
        if (row == null) {
            return "";
        }
        if (row.erasedOn() != null) {
            return PaperTexts.text("name.erased");
        }
        return row.restricted() ? PaperTexts.text("name.restricted") : text(row.name());
    }

    /// Whether [#name] is a name.
    boolean shows(RecipientId recipient) {
        var row = people.get(recipient);
        return row != null
                && row.erasedOn() == null
                && !row.restricted()
                && !text(row.name()).isEmpty();
    }

    String birth(RecipientId recipient) {
        var row = people.get(recipient);
        return row == null ? "" : text(row.birth());
    }

    String residence(RecipientId recipient) {
        var row = people.get(recipient);
        return row == null ? "" : text(row.residence());
    }

    /// What was sealed; nothing where nothing was, or nothing may be shown.
    String text(@Nullable Sealed field) {
        return field == null ? "" : texts.getOrDefault(field.sealId(), "");
    }
}

package vn.sovang.api.list;

import org.jspecify.annotations.Nullable;
import vn.sovang.api.report.ReportNames;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.Projections;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.UnitId;

/// Names and words for the cells of one table.
final class Words {
    private final Messages messages;
    private final ReportNames names;

    Words(Projections projections, Messages messages) {
        this.messages = messages;
        this.names = new ReportNames(projections);
    }

    Messages messages() {
        return messages;
    }

    /// The word for a value; its code where it has none.
    String of(Enum<?> value) {
        var key = Messages.key(value);
        return messages.has(key) ? messages.text(key) : value.name();
    }

    @Nullable String unit(@Nullable UnitId id) {
        return names.unit(id);
    }

    /// Known by name to the row itself, else by the register.
    @Nullable String unit(@Nullable UnitId id, @Nullable String name) {
        return name == null ? names.unit(id) : name;
    }

    String award(AwardCode code) {
        return names.award(code);
    }
}

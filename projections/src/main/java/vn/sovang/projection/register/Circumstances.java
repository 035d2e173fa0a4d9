package vn.sovang.projection.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AsFound;
import vn.sovang.event.Fact;
import vn.sovang.event.Provenance;
import vn.sovang.event.Provenance.Confidence;
import vn.sovang.event.Provenance.Source;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;

/// The circumstances of a fact, and those that columns hold.
final class Circumstances {
    private Circumstances() {}

    static @Nullable DocumentNumber number(Fact fact) {
        return fact.document() instanceof Document.Paper paper ? paper.number() : null;
    }

    static @Nullable String numberAsWritten(Fact fact) {
        DocumentNumber number = number(fact);
        return number == null ? null : number.asWritten();
    }

    static @Nullable AsFound asFound(ResultSet row) throws SQLException {
        String rule = row.getString("as_found_rule");
        return rule == null
                ? null
                : new AsFound(
                        rule, row.getString("as_found_reason"), row.getString("as_found_second"));
    }

    static @Nullable Provenance provenance(ResultSet row) throws SQLException {
        String source = row.getString("source");
        return source == null
                ? null
                : new Provenance(
                        Source.valueOf(source),
                        Confidence.valueOf(row.getString("confidence")),
                        row.getString("note"),
                        row.getString("vouched_by"));
    }
}

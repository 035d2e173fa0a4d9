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

/// How the circumstances of a fact become columns, and columns circumstances.
record Circumstances(
        @Nullable String asFoundRule,
        @Nullable String asFoundReason,
        @Nullable String asFoundSecond,
        @Nullable Source source,
        @Nullable Confidence confidence,
        @Nullable String note,
        @Nullable String vouchedBy) {
    static Circumstances of(Fact fact) {
        AsFound asFound = fact.asFound();
        Provenance provenance = fact.provenance();
        return new Circumstances(
                asFound == null ? null : asFound.rule(),
                asFound == null ? null : asFound.reason(),
                asFound == null ? null : asFound.secondPerson(),
                provenance == null ? null : provenance.source(),
                provenance == null ? null : provenance.confidence(),
                provenance == null ? null : provenance.note(),
                provenance == null ? null : provenance.vouchedBy());
    }

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

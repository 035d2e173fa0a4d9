package vn.sovang.projection.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// One answer to what the log means: tables, and how events change them.
///
/// Tables are disposable: there are no data migrations. Whoever changes DDL or meaning raises the
/// version, and the model is built anew from the log.
public interface ReadModel {
    /// Name for ever, lower-case ASCII; the tables live in the schema `read_<name>`, those of later
    /// rebuilds in `read_<name>_2` and so on.
    String name();

    /// Raised with every change of the tables or of their meaning.
    int version();

    /// Statements that make the empty tables, names without a schema.
    String ddl();

    /// Statements that make what [#apply] can do without: indexes and keys for readers. They run
    /// once, when the tables are full and before anybody reads them. Empty if there are none.
    default String indexes() {
        return "";
    }

    /// Applies events in the order in which they became known, in the caller's transaction, whose
    /// search path leads to the tables. Must depend on nothing but the events and the tables.
    ///
    /// @throws SQLException if PostgreSQL refuses; the caller rolls back
    void apply(List<Known> events, Connection connection) throws SQLException;
}

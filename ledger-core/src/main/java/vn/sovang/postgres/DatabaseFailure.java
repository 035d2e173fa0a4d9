package vn.sovang.postgres;

import java.sql.SQLException;

/// PostgreSQL refused a statement or the connection to it broke. Nothing was changed by the
/// transaction it is thrown from, except where the thrower says otherwise.
public class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// SQLSTATE of the refusal; empty when the driver gives none.
    private final String sqlState;

    private final boolean outage;

    public DatabaseFailure(String message, SQLException cause) {
        super(message + ": " + cause.getMessage(), cause);
        this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
        this.outage = isConnectionLost(cause) || isOverloaded(sqlState);
    }

    public String sqlState() {
        return sqlState;
    }

    /// Whether the database could not do this for anyone just then — gone, out of disk or of
    /// connections, read-only, or its lock held by another node — rather than refused this very
    /// request.
    public boolean isOutage() {
        return outage;
    }

    /// Whether the server or the line to it went away (SQLSTATE class 08, or 57P01–57P05), so that
    /// the same work may succeed on another connection. A driver that gives no SQLSTATE lost the
    /// line too.
    public static boolean isConnectionLost(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    /// SQLSTATE class 53 (disk, memory, connections), 55P03 (lock not available) and 25006 (a
    /// standby, or made read-only by an operator).
    private static boolean isOverloaded(String state) {
        return state.startsWith("53") || state.equals("55P03") || state.equals("25006");
    }
}

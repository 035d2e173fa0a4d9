package vn.sovang.postgres;

/// The login the service was given for the log could change what is recorded. With it the tables
/// are append-only by good will alone, so nothing is opened.
public final class PrivilegedLogin extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String user;
    private final String power;

    PrivilegedLogin(String user, String power) {
        super("the login " + user + " " + power);
        this.user = user;
        this.power = power;
    }

    public String user() {
        return user;
    }

    /// What it may do, in one clause.
    public String power() {
        return power;
    }
}

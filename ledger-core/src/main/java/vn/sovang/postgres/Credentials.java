package vn.sovang.postgres;

/// A PostgreSQL login. The password never shows in logs: [#toString()] hides it.
public record Credentials(String user, String password) {
    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}

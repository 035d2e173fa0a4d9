package vn.sovang.api.operations;

/// What the service can do at the moment.
public enum ServiceState {
    /// Reads and records (*ghi được*).
    WRITABLE,
    /// Reads, and records nothing: sealing was refused, or the database takes no writes (*chỉ
    /// đọc*).
    READ_ONLY,
    /// The database does not answer (*dừng*).
    STOPPED
}

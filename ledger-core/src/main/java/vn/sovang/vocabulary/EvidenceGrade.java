package vn.sovang.vocabulary;

/// Grade of the evidence of an entitlement: information for the inspector, not a gate.
public enum EvidenceGrade {
    /// Original decision in the archive.
    A,
    /// Certified copy.
    B,
    /// Certificate seen by an officer.
    C,
    /// Listed in an old register.
    D,
    /// Declaration only.
    E
}

package vn.sovang.vocabulary;

/// What shows that two recipients are one (*căn cứ xác định cùng một người*).
public enum JoinEvidence {
    /// The same identity number on both papers.
    IDENTITY_NUMBER,
    /// Name, birth and residence agree.
    NAME_BIRTH_RESIDENCE,
    /// The person or a relative says so in writing.
    DECLARATION,
    /// The archive's file is the same.
    SAME_FILE
}

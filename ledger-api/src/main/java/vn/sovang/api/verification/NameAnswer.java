package vn.sovang.api.verification;

/// What a visitor who types the name on a certificate is told.
public enum NameAnswer {
    /// The register has that name.
    AGREES,
    /// The same letters with other accents: a careless keyboard, or a changed certificate.
    ACCENTS_DIFFER,
    DIFFERS,
    /// The register says nothing about the name, and not why: there is none, or processing is
    /// restricted, or it was erased.
    NOT_ANSWERED
}

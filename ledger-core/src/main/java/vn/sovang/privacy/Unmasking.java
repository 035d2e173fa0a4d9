package vn.sovang.privacy;

import vn.sovang.vocabulary.Text;

/// Who wants to see personal data, and why.
///
/// @param user opaque user id
/// @param role role the user acts in
/// @param purpose why, in a few words; names no person
/// @param need what gives the right to see it
public record Unmasking(String user, String role, String purpose, Need need) {
    /// What gives the right to see personal data.
    public enum Need {
        /// Ordinary work of an office; ends where processing is restricted.
        WORK,
        /// The person, or a relative of a dead one, asks about these very data.
        THE_PERSON_ASKS,
        /// The law demands it whatever the person says: an inspection, a court, an authority
        /// entitled to the data.
        LAW_DEMANDS
    }

    public Unmasking {
        user = Text.of("user", user);
        role = Text.of("role", role);
        purpose = Text.of("purpose", purpose);
    }

    /// For ordinary work.
    public Unmasking(String user, String role, String purpose) {
        this(user, role, purpose, Need.WORK);
    }
}

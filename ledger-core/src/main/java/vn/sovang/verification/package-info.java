/// Codes by which anybody asks whether a certificate is genuine (*mã xác minh*): made from a secret
/// beside the other keys and the identity of what they stand on. May know `vocabulary` only.
///
/// Proved by `VerificationKeysTest`.
@NullMarked
package vn.sovang.verification;

import org.jspecify.annotations.NullMarked;

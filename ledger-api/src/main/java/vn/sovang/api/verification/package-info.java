/// Asking whether a certificate is genuine, without signing in (*xác minh*): by the code or the
/// square code printed on it. And what is printed, for offices.
///
/// A visitor is told what the certificate itself says and how it stands now; never a name. Whoever
/// types the name on it is told whether it agrees. Questions are counted and slowed down by address
/// ([Pace]), and not entered in the access log, except those about names (R25).
///
/// Proved by `VerificationResourceTest`, `VerificationPagesTest` and `PaceTest`.
@NullMarked
package vn.sovang.api.verification;

import org.jspecify.annotations.NullMarked;

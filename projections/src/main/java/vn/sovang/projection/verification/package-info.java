/// What anybody is told about a certificate by the code on it (*xác minh bằng khen, giấy khen, huân
/// chương*): whether it holds, was replaced, lost, or taken back.
///
/// The tables say only which item or award line a code belongs to, under the code's fingerprint;
/// how it stands is read from the register at one moment. Both are derived: the same codes come
/// back after every rebuild, from the secrets in [vn.sovang.verification.VerificationKeys].
///
/// Proved by `VerificationTest`.
@NullMarked
package vn.sovang.projection.verification;

import org.jspecify.annotations.NullMarked;

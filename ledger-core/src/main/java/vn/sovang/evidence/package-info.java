/// Evidence that anybody can check (*bộ bằng chứng*): a bundle of raw leaves with a proof each, the
/// signed checkpoint, the openings of sealed fields for those entitled, and a page for people.
///
/// [Selection] says which leaves belong to a subject, by the same rules from a live log, an
/// exported log or a bundle. [EvidenceAssembly] packs them, [BundleVerification] checks a bundle
/// from its bytes and a public key alone, [EvidenceIssuing] records that one was handed out.
/// [BundleZip] is the container: one spelling for one content, so that no byte of it is unchecked.
/// What a bundle proves and what it only claims: `docs/trust.md`. Proved by `BundleTest` and
/// `BundleZipTest`.
@NullMarked
package vn.sovang.evidence;

import org.jspecify.annotations.NullMarked;

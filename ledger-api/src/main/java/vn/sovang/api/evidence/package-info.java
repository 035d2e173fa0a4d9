/// Evidence for people and programs (*bộ bằng chứng*): asking for a bundle, issuing it, and the
/// page in it.
///
/// [EvidenceDesk] is the one way to hand out a bundle, for the command line and over the network:
/// it is recorded before it leaves. [EvidencePage] renders the page; its words are in
/// `evidence-page-1.properties` and frozen, since verifying a bundle renders its page again. Proved
/// by `EvidenceTest` and `EvidencePageTest`.
@NullMarked
package vn.sovang.api.evidence;

import org.jspecify.annotations.NullMarked;

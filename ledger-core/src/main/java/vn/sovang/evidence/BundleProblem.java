package vn.sovang.evidence;

/// Something that keeps a bundle from proving what it says.
///
/// @param where file of the bundle, or position in the log
/// @param detail what was found there, for whoever looks closer; may be empty
public record BundleProblem(What what, String where, String detail) {
    private static final int SHOWN = 300;

    /// What can be wrong. Stable; each has a text in both languages.
    public enum What {
        /// Larger than a bundle may be.
        TOO_LARGE,
        /// Not a zip file, cut off, or bytes that belong to no file.
        ZIP_MALFORMED,
        /// A file in it is compressed; bundles never are.
        ZIP_COMPRESSED,
        /// A file name that could lead out of the folder, or that no bundle has.
        NAME_FORBIDDEN,
        /// Two files of one name: two readers could see two bundles.
        NAME_REPEATED,
        FILE_MISSING,
        FILE_UNEXPECTED,
        FILE_MALFORMED,
        /// Made by a later version.
        FORMAT_UNKNOWN,
        /// The key given is not among those of the bundle.
        KEY_DIFFERS,
        /// No trusted key signed the checkpoint.
        CHECKPOINT_NOT_SIGNED,
        /// Signed, but of another log or another size than the manifest says.
        CHECKPOINT_DIFFERS,
        /// A proof speaks of another leaf or another checkpoint.
        PROOF_DIFFERS,
        /// The leaf is not in the log at that place.
        NOT_INCLUDED,
        /// The leaf is in the log, but this version cannot read it.
        LEAF_UNREADABLE,
        /// The leaf belongs to nothing the bundle is about.
        LEAF_SURPLUS,
        /// The claims are not those that subject and leaves call for.
        CLAIMS_DIFFER,
        /// An opening does not fit the leaf's commitment.
        OPENING_WRONG,
        /// A sealed field is neither opened nor said to be closed.
        OPENING_MISSING,
        /// The page does not say what the leaves say.
        PAGE_DIFFERS,
        /// The page was made by a renderer this program does not have.
        PAGE_UNKNOWN,
        /// Not the same history as the older checkpoint.
        CONSISTENCY_WRONG,
        /// The bundle has no proof from the checkpoint that was kept.
        CONSISTENCY_MISSING,
        /// The exported log is damaged itself.
        LOG_DAMAGED,
        /// The exported log ends before the bundle's checkpoint.
        LOG_TOO_SHORT,
        /// The exported log has another history than the bundle.
        LOG_DIFFERS,
        /// The log has an event that the bundle should hold and does not.
        LEAF_MISSING
    }

    public BundleProblem {
        detail = detail.length() <= SHOWN ? detail : detail.substring(0, SHOWN) + "…";
    }
}

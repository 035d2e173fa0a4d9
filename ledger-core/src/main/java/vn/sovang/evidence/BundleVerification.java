package vn.sovang.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.UnreadableEvent;
import vn.sovang.evidence.BundleProblem.What;
import vn.sovang.evidence.BundleReport.Standing;
import vn.sovang.privacy.Opening;
import vn.sovang.tlog.AddCheckpointRequest;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.NoteVerdict;
import vn.sovang.tlog.NoteVerdict.ValidSignature;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.TlogProof;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.vocabulary.EvidenceVariant;
import vn.sovang.vocabulary.Sealed;

/// Verifies a bundle from its bytes and a public key. No database, no network, no secret.
///
/// Every byte of a bundle is derived again or signed for: the container has one spelling, leaves
/// lead by their proofs to the signed root, openings must fit the commitments in the leaves, claims
/// must be those that subject and leaves call for, and the page is rendered again from all of this.
/// Owned by one thread.
public final class BundleVerification {
    private final PageRenderer page;
    private final List<VerifierKey> given;
    private final byte @Nullable [] kept;
    private final @Nullable ExportedLog log;

    private final List<BundleProblem> problems = new ArrayList<>();
    private Standing inclusion = Standing.NOT_PROVED;
    private Standing unaltered;
    private long unalteredSince;
    private Standing complete = Standing.CLAIMED;
    private int opened;

    /// @param given keys that came another way; none: those in the bundle
    /// @param kept a checkpoint that the inspector kept, as a signed note
    /// @param log the exported log, for completeness
    public BundleVerification(
            PageRenderer page,
            List<VerifierKey> given,
            byte @Nullable [] kept,
            @Nullable ExportedLog log) {
        this.page = page;
        this.given = List.copyOf(given);
        this.kept = kept == null ? null : kept.clone();
        this.log = log;
        this.unaltered = kept == null ? Standing.NOT_ASKED : Standing.NOT_PROVED;
    }

    /// Once.
    public BundleReport verify(byte[] zip) {
        try {
            return verify(EvidenceBundle.parse(zip));
        } catch (MalformedBundle e) {
            problems.add(e.problem());
            return new BundleReport(
                    null,
                    null,
                    0,
                    null,
                    0,
                    0,
                    0,
                    List.of(),
                    given.isEmpty(),
                    Standing.NOT_PROVED,
                    unaltered,
                    unalteredSince,
                    Standing.NOT_PROVED,
                    problems);
        }
    }

    private BundleReport verify(EvidenceBundle bundle) {
        var manifest = bundle.manifest();
        var trusted = trusted(bundle.keys());
        List<VerifierKey> signers = List.of();
        var note = note(bundle, EvidenceBundle.CHECKPOINT);
        var checkpoint = checkpoint(note, EvidenceBundle.CHECKPOINT, manifest, manifest.size());
        if (note.verify(trusted) instanceof NoteVerdict.Verified verified) {
            signers = verified.by().stream().map(ValidSignature::key).toList();
        } else {
            found(What.CHECKPOINT_NOT_SIGNED, EvidenceBundle.CHECKPOINT, "");
        }
        if (checkpoint != null) {
            var leaves = leaves(bundle, note, checkpoint);
            if (problems.isEmpty()) {
                inclusion = Standing.PROVED;
            }
            selection(manifest, leaves);
            var texts = openings(bundle, leaves);
            page(bundle, checkpoint, leaves, texts);
            var older = older(bundle, note, checkpoint, trusted);
            if (kept != null) {
                kept(kept, checkpoint, trusted, older);
            }
            if (log != null) {
                log(log, manifest, checkpoint);
            }
        }
        return new BundleReport(
                manifest.subject().toString(),
                manifest.origin(),
                manifest.size(),
                note,
                manifest.leaves().size(),
                opened,
                manifest.unopened().size(),
                signers,
                given.isEmpty(),
                inclusion,
                unaltered,
                unalteredSince,
                problems.isEmpty() || complete != Standing.PROVED ? complete : Standing.NOT_PROVED,
                problems);
    }

    private List<VerifierKey> trusted(List<VerifierKey> inBundle) {
        if (given.isEmpty()) {
            return inBundle;
        }
        if (inBundle.stream().noneMatch(given::contains)) {
            found(What.KEY_DIFFERS, EvidenceBundle.VKEY, inBundle.getFirst().toString());
        }
        return given;
    }

    private static SignedNote note(EvidenceBundle bundle, String file) {
        try {
            return SignedNote.parse(bundle.file(file));
        } catch (MalformedLogDataException e) {
            throw new MalformedBundle(What.FILE_MALFORMED, file, e.toString(), e);
        }
    }

    private @Nullable Checkpoint checkpoint(
            SignedNote note, String file, BundleManifest manifest, long size) {
        try {
            var checkpoint = Checkpoint.of(note);
            if (checkpoint.size() == size && checkpoint.origin().equals(manifest.origin())) {
                return checkpoint;
            }
            found(What.CHECKPOINT_DIFFERS, file, checkpoint.origin() + " " + checkpoint.size());
        } catch (MalformedLogDataException e) {
            found(What.FILE_MALFORMED, file, String.valueOf(e.getMessage()));
        }
        return null;
    }

    private List<Leaf> leaves(EvidenceBundle bundle, SignedNote note, Checkpoint checkpoint) {
        var leaves = new ArrayList<Leaf>();
        long last = -1;
        for (long index : bundle.manifest().leaves()) {
            if (index <= last || index >= checkpoint.size()) {
                throw new MalformedBundle(
                        What.FILE_MALFORMED, EvidenceBundle.MANIFEST, "leaf " + index);
            }
            last = index;
            var file = EvidenceBundle.leafName(index);
            var bytes = bundle.file(file);
            included(bundle, index, bytes, note, checkpoint);
            try {
                leaves.add(Leaf.read(index + 1, bytes));
            } catch (UnreadableEvent e) {
                found(What.LEAF_UNREADABLE, file, String.valueOf(e.getMessage()));
            }
        }
        return leaves;
    }

    private void included(
            EvidenceBundle bundle,
            long index,
            byte[] leaf,
            SignedNote note,
            Checkpoint checkpoint) {
        var file = EvidenceBundle.proofName(index);
        try {
            var proof = TlogProof.parse(bundle.file(file));
            if (!proof.note().equals(note)
                    || proof.inclusion().index() != index
                    || proof.extra().length > 0) {
                found(What.PROOF_DIFFERS, file, "");
            } else if (!proof.inclusion().verify(Hash.ofLeaf(leaf), checkpoint.root())) {
                found(What.NOT_INCLUDED, EvidenceBundle.leafName(index), "");
            }
        } catch (MalformedLogDataException e) {
            found(What.FILE_MALFORMED, file, String.valueOf(e.getMessage()));
        }
    }

    /// The rules that choose leaves, applied to the bundle's own.
    private void selection(BundleManifest manifest, List<Leaf> leaves) {
        var again = Selection.of(manifest.subject(), LeafSource.of(leaves));
        if (!again.claims().equals(manifest.claims())) {
            found(What.CLAIMS_DIFFER, EvidenceBundle.MANIFEST, "");
        }
        var called = again.leaves().stream().map(Leaf::index).collect(Collectors.toSet());
        for (var leaf : leaves) {
            if (!called.contains(leaf.index())) {
                found(What.LEAF_SURPLUS, EvidenceBundle.leafName(leaf.index()), "");
            }
        }
    }

    private Map<UUID, String> openings(EvidenceBundle bundle, List<Leaf> leaves) {
        var manifest = bundle.manifest();
        if (manifest.variant() == EvidenceVariant.REDACTED) {
            if (!manifest.unopened().isEmpty()) {
                found(What.FILE_MALFORMED, EvidenceBundle.MANIFEST, "unopened");
            }
            return Map.of();
        }
        var boxes = new ArrayList<Sealed>();
        leaves.forEach(leaf -> boxes.addAll(Mentioned.sealedIn(leaf.recorded().fact())));
        var openings = BundleManifest.openings(bundle.file(EvidenceBundle.OPENINGS));
        var byId =
                openings.stream()
                        .collect(
                                Collectors.toMap(
                                        Opening::sealId, Function.identity(), (one, _) -> one));
        var texts = new HashMap<UUID, String>();
        var closed = new HashSet<UUID>(manifest.unopened());
        var ids = new HashSet<UUID>();
        for (var box : boxes) {
            ids.add(box.sealId());
            var opening = byId.get(box.sealId());
            if (opening == null) {
                if (!closed.remove(box.sealId())) {
                    found(What.OPENING_MISSING, EvidenceBundle.OPENINGS, box.sealId().toString());
                }
            } else if (opening.fits(box)) {
                texts.put(opening.sealId(), opening.text());
            } else {
                found(What.OPENING_WRONG, EvidenceBundle.OPENINGS, box.sealId().toString());
            }
        }
        if (!closed.isEmpty() || openings.size() != byId.size()) {
            found(What.OPENING_WRONG, EvidenceBundle.OPENINGS, closed.toString());
        }
        for (var opening : openings) {
            if (!ids.contains(opening.sealId())) {
                found(What.OPENING_WRONG, EvidenceBundle.OPENINGS, opening.sealId().toString());
            }
        }
        opened = texts.size();
        return texts;
    }

    private void page(
            EvidenceBundle bundle,
            Checkpoint checkpoint,
            List<Leaf> leaves,
            Map<UUID, String> texts) {
        var manifest = bundle.manifest();
        if (manifest.page() != page.version()) {
            found(What.PAGE_UNKNOWN, EvidenceBundle.PAGE, Integer.toString(manifest.page()));
            return;
        }
        var rendered =
                page.render(
                        new BundleContent(
                                manifest.bundle(),
                                manifest.subject(),
                                manifest.variant(),
                                manifest.origin(),
                                manifest.size(),
                                checkpoint.root(),
                                manifest.since(),
                                leaves,
                                texts));
        var inBundle = bundle.file(EvidenceBundle.PAGE);
        if (!Arrays.equals(rendered, inBundle)) {
            int at = Arrays.mismatch(rendered, inBundle);
            var line = new String(inBundle, 0, at, UTF_8).lines().count();
            found(What.PAGE_DIFFERS, EvidenceBundle.PAGE, "line " + Math.max(1, line));
        }
    }

    /// The older checkpoints in the bundle whose tree the bundle's provably goes on from.
    private Map<Long, Checkpoint> older(
            EvidenceBundle bundle,
            SignedNote note,
            Checkpoint checkpoint,
            List<VerifierKey> trusted) {
        var proved = new HashMap<Long, Checkpoint>();
        for (long size : bundle.manifest().since()) {
            var name = EvidenceBundle.olderName(size);
            var file = EvidenceBundle.consistencyName(size);
            var olderNote = note(bundle, name);
            var older = checkpoint(olderNote, name, bundle.manifest(), size);
            if (!(olderNote.verify(trusted) instanceof NoteVerdict.Verified)) {
                found(What.CHECKPOINT_NOT_SIGNED, name, "");
            } else if (older != null) {
                try {
                    var request = AddCheckpointRequest.parse(bundle.file(file));
                    if (request.oldSize() == size
                            && request.note().equals(note)
                            && request.proof().verify(older.root(), checkpoint.root())) {
                        proved.put(size, older);
                    } else {
                        found(What.CONSISTENCY_WRONG, file, "");
                    }
                } catch (MalformedLogDataException e) {
                    found(What.FILE_MALFORMED, file, String.valueOf(e.getMessage()));
                }
            }
        }
        return proved;
    }

    private void kept(
            byte[] keptNote,
            Checkpoint checkpoint,
            List<VerifierKey> trusted,
            Map<Long, Checkpoint> older) {
        var where = "--checkpoint";
        Checkpoint before;
        try {
            var note = SignedNote.parse(keptNote);
            before = Checkpoint.of(note);
            if (!(note.verify(trusted) instanceof NoteVerdict.Verified)) {
                found(What.CHECKPOINT_NOT_SIGNED, where, "");
                return;
            }
        } catch (MalformedLogDataException e) {
            found(What.FILE_MALFORMED, where, String.valueOf(e.getMessage()));
            return;
        }
        unalteredSince = before.size();
        if (!before.origin().equals(checkpoint.origin())) {
            found(What.CHECKPOINT_DIFFERS, where, before.origin());
            return;
        }
        var other = root(before.size(), checkpoint, older);
        if (other == null) {
            found(What.CONSISTENCY_MISSING, where, Long.toString(before.size()));
        } else if (!other.equals(before.root())) {
            found(What.CONSISTENCY_WRONG, where, Long.toString(before.size()));
        } else if (problems.isEmpty()) {
            unaltered = Standing.PROVED;
        }
    }

    /// The root that this bundle's history had at a size, as far as bundle or log prove it.
    private @Nullable Hash root(long size, Checkpoint checkpoint, Map<Long, Checkpoint> older) {
        if (size == checkpoint.size()) {
            return checkpoint.root();
        }
        var known = older.get(size);
        if (known != null) {
            return known.root();
        }
        if (log == null || !log.report().intact()) {
            return null;
        }
        var roots = log.roots(Set.of(size, checkpoint.size()));
        return Objects.equals(checkpoint.root(), roots.get(checkpoint.size()))
                ? roots.get(size)
                : null;
    }

    private void log(ExportedLog whole, BundleManifest manifest, Checkpoint checkpoint) {
        complete = Standing.NOT_PROVED;
        if (!whole.report().intact()) {
            for (var finding : whole.report().findings()) {
                found(
                        What.LOG_DAMAGED,
                        Long.toString(finding.position()),
                        finding.what() + ": " + finding.explanation());
            }
            return;
        }
        if (whole.report().size() < checkpoint.size()) {
            found(What.LOG_TOO_SHORT, "--log", Long.toString(whole.report().size()));
            return;
        }
        var root = whole.roots(Set.of(checkpoint.size())).get(checkpoint.size());
        if (!Objects.equals(checkpoint.root(), root)) {
            found(What.LOG_DIFFERS, "--log", Long.toString(checkpoint.size()));
            return;
        }
        try {
            compare(manifest, Selection.of(manifest.subject(), whole.leaves(checkpoint.size())));
        } catch (MalformedBundle e) {
            problems.add(e.problem());
        }
    }

    private void compare(BundleManifest manifest, Selection expected) {
        var inBundle = new HashSet<>(manifest.leaves());
        boolean equal = true;
        for (var leaf : expected.leaves()) {
            if (!inBundle.remove(leaf.index())) {
                equal = false;
                found(What.LEAF_MISSING, Long.toString(leaf.position()), leaf.type());
            }
        }
        for (long index : inBundle.stream().sorted().toList()) {
            equal = false;
            found(What.LEAF_SURPLUS, Long.toString(index + 1), "");
        }
        if (equal && problems.isEmpty()) {
            complete = Standing.PROVED;
        }
    }

    private void found(What what, String where, String detail) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new BundleProblem(what, where, detail));
        }
    }

    /// Enough to see the extent.
    private static final int MAX_PROBLEMS = 1_000;
}

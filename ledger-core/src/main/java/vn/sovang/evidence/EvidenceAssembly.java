package vn.sovang.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sovang.decider.Request;
import vn.sovang.eventstore.EventLog;
import vn.sovang.privacy.IdentityVault;
import vn.sovang.privacy.Opening;
import vn.sovang.privacy.Unmasking;
import vn.sovang.seal.KeyHistory;
import vn.sovang.seal.PublishedLog;
import vn.sovang.seal.SealedCheckpoint;
import vn.sovang.tlog.AddCheckpointRequest;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.ConsistencyProof;
import vn.sovang.tlog.HashReader;
import vn.sovang.tlog.InclusionProof;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.Tile;
import vn.sovang.tlog.TlogProof;
import vn.sovang.vocabulary.EvidenceVariant;

/// Packs bundles from the live log. The same request at the same checkpoint gives the same bytes.
public final class EvidenceAssembly {
    /// More would be no evidence anybody reads, and no zip without extensions.
    public static final int MAX_LEAVES = 20_000;

    private final EventLog log;
    private final PublishedLog published;
    private final IdentityVault vault;
    private final KeyHistory keys;

    public EvidenceAssembly(
            EventLog log, PublishedLog published, IdentityVault vault, KeyHistory keys) {
        this.log = log;
        this.published = published;
        this.vault = vault;
        this.keys = keys;
    }

    /// What came of a request.
    public sealed interface Result {
        /// A bundle.
        final class Assembled implements Result {
            private final byte[] zip;
            private final int leaves;

            private Assembled(byte[] zip, int leaves) {
                this.zip = zip;
                this.leaves = leaves;
            }

            /// A copy of its bytes.
            public byte[] bytes() {
                return zip.clone();
            }

            /// Lower-case hex SHA-256 of its bytes.
            public String sha256() {
                return Request.sha256(zip);
            }

            /// How many leaves it holds.
            public int leaves() {
                return leaves;
            }
        }

        /// The checkpoint covers no event of the subject.
        record Nothing() implements Result {}

        /// More than [#MAX_LEAVES].
        record TooMuch(int leaves) implements Result {}
    }

    /// Packs a bundle.
    ///
    /// @param who for the log of unmaskings, where the bundle opens anything
    public Result assemble(EvidenceRequest request, PageRenderer page, Unmasking who) {
        long size = request.checkpoint().size();
        var selection = Selection.of(request.subject(), new LiveLeaves(log, size));
        var leaves = selection.leaves();
        if (leaves.stream().allMatch(Selection::isForReading)) {
            return new Result.Nothing();
        }
        if (leaves.size() > MAX_LEAVES) {
            return new Result.TooMuch(leaves.size());
        }
        var openings = new ArrayList<Opening>();
        var unopened = new ArrayList<UUID>();
        if (request.variant() == EvidenceVariant.ENTITLED) {
            open(leaves, who, openings, unopened);
        }
        var manifest = manifest(request, page, selection, unopened);
        var files = new HashMap<String, byte[]>();
        files.put(EvidenceBundle.MANIFEST, manifest.bytes());
        files.put(EvidenceBundle.OPENINGS, BundleManifest.openings(openings));
        files.put(EvidenceBundle.CHECKPOINT, request.checkpoint().note().getBytes(UTF_8));
        files.put(
                EvidenceBundle.VKEY, EvidenceBundle.vkeyFile(keys.validFor(size)).getBytes(UTF_8));
        files.put(
                EvidenceBundle.PAGE,
                page.render(content(manifest, request.checkpoint(), leaves, openings)));
        proofs(request, leaves, files);
        return new Result.Assembled(new EvidenceBundle(manifest, files).bytes(), leaves.size());
    }

    private static BundleManifest manifest(
            EvidenceRequest request, PageRenderer page, Selection selection, List<UUID> unopened) {
        return new BundleManifest(
                request.bundle(),
                request.subject(),
                request.variant(),
                page.version(),
                Checkpoint.of(note(request.checkpoint())).origin(),
                request.checkpoint().size(),
                selection.claims(),
                selection.leaves().stream().map(Leaf::index).toList(),
                unopened,
                request.since().stream().map(SealedCheckpoint::size).distinct().sorted().toList());
    }

    private void open(
            List<Leaf> leaves, Unmasking who, List<Opening> openings, List<UUID> unopened) {
        var boxes =
                leaves.stream()
                        .flatMap(leaf -> Mentioned.sealedIn(leaf.recorded().fact()).stream())
                        .toList();
        var opened = vault.openings(boxes, who);
        for (var box : boxes) {
            var opening = opened.get(box.sealId());
            if (opening == null) {
                unopened.add(box.sealId());
            } else {
                openings.add(opening);
            }
        }
    }

    /// Each tile is read once for all proofs.
    private void proofs(EvidenceRequest request, List<Leaf> leaves, Map<String, byte[]> files) {
        long size = request.checkpoint().size();
        var note = note(request.checkpoint());
        Map<Tile, byte[]> tiles = new HashMap<>();
        HashReader reader =
                Tile.reader(
                        size,
                        tile ->
                                tiles.computeIfAbsent(
                                        tile, t -> published.read(t, size).orElseThrow()));
        for (var leaf : leaves) {
            files.put(EvidenceBundle.leafName(leaf.index()), leaf.bytes());
            files.put(
                    EvidenceBundle.proofName(leaf.index()),
                    TlogProof.of(InclusionProof.prove(leaf.index(), size, reader), note).bytes());
        }
        for (var older : request.since()) {
            var path = ConsistencyProof.prove(older.size(), size, reader).path();
            files.put(EvidenceBundle.olderName(older.size()), older.note().getBytes(UTF_8));
            files.put(
                    EvidenceBundle.consistencyName(older.size()),
                    new AddCheckpointRequest(older.size(), path, note).bytes());
        }
    }

    private static BundleContent content(
            BundleManifest manifest,
            SealedCheckpoint checkpoint,
            List<Leaf> leaves,
            List<Opening> openings) {
        var opened = new HashMap<UUID, String>();
        openings.forEach(opening -> opened.put(opening.sealId(), opening.text()));
        return new BundleContent(
                manifest.bundle(),
                manifest.subject(),
                manifest.variant(),
                manifest.origin(),
                manifest.size(),
                checkpoint.root(),
                manifest.since(),
                leaves,
                opened);
    }

    private static SignedNote note(SealedCheckpoint checkpoint) {
        return SignedNote.parse(checkpoint.note().getBytes(UTF_8));
    }
}

package vn.sovang.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sovang.evidence.BundleProblem.What;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.vocabulary.EvidenceVariant;

/// The files of a bundle, nothing verified yet.
///
/// | file | holds |
/// |---|---|
/// | `manifest.json` | what the bundle says it is: [BundleManifest] |
/// | `trang.html` | the page for people |
/// | `checkpoint` | the signed checkpoint, byte for byte (C2SP tlog-checkpoint) |
/// | `vkey` | public keys, one a line, the log's first (C2SP signed-note) |
/// | `openings.json` | entitled variant only |
/// | `checkpoint-<N>`, `consistency-from-<N>` | an older checkpoint, and the proof from it as an add-checkpoint body (C2SP tlog-witness) |
/// | `leaves/<index>.json` | the exact bytes of an event |
/// | `proofs/<index>.tlog-proof` | its proof (C2SP tlog-proof) |
record EvidenceBundle(BundleManifest manifest, Map<String, byte[]> files) {
    static final String MANIFEST = "manifest.json";
    static final String PAGE = "trang.html";
    static final String CHECKPOINT = "checkpoint";
    static final String VKEY = "vkey";
    static final String OPENINGS = "openings.json";

    static String leafName(long index) {
        return "leaves/" + index + ".json";
    }

    static String proofName(long index) {
        return "proofs/" + index + ".tlog-proof";
    }

    static String olderName(long size) {
        return "checkpoint-" + size;
    }

    static String consistencyName(long size) {
        return "consistency-from-" + size;
    }

    /// The files a bundle with that manifest has, in their order.
    static List<String> names(BundleManifest manifest) {
        var names = new ArrayList<>(List.of(MANIFEST, PAGE, CHECKPOINT, VKEY));
        if (manifest.variant() == EvidenceVariant.ENTITLED) {
            names.add(OPENINGS);
        }
        manifest.since().forEach(size -> names.add(olderName(size)));
        manifest.since().forEach(size -> names.add(consistencyName(size)));
        manifest.leaves().forEach(index -> names.add(leafName(index)));
        manifest.leaves().forEach(index -> names.add(proofName(index)));
        return names;
    }

    /// The bundle's bytes.
    byte[] bytes() {
        var ordered = new LinkedHashMap<String, byte[]>();
        names(manifest).forEach(name -> ordered.put(name, files.get(name)));
        return BundleZip.write(ordered);
    }

    /// @throws MalformedBundle unless it is exactly what [#bytes()] would give
    static EvidenceBundle parse(byte[] zip) {
        var files = BundleZip.read(zip);
        var manifest = files.get(MANIFEST);
        if (manifest == null) {
            throw new MalformedBundle(What.FILE_MISSING, MANIFEST, "");
        }
        var bundle = new EvidenceBundle(BundleManifest.parse(manifest), files);
        var expected = names(bundle.manifest);
        for (var name : expected) {
            if (!files.containsKey(name)) {
                throw new MalformedBundle(What.FILE_MISSING, name, "");
            }
        }
        var known = Set.copyOf(expected);
        for (var name : files.keySet()) {
            if (!known.contains(name)) {
                throw new MalformedBundle(What.FILE_UNEXPECTED, name, "");
            }
        }
        if (!List.copyOf(files.keySet()).equals(expected)) {
            throw new MalformedBundle(What.ZIP_MALFORMED, "zip", "files in another order");
        }
        return bundle;
    }

    byte[] file(String name) {
        var content = files.get(name);
        if (content == null) {
            throw new MalformedBundle(What.FILE_MISSING, name, "");
        }
        return content;
    }

    /// @throws MalformedBundle if a line is no key
    List<VerifierKey> keys() {
        var text = new String(file(VKEY), UTF_8);
        try {
            var keys = text.lines().map(VerifierKey::parse).toList();
            if (keys.isEmpty() || !text.equals(vkeyFile(keys))) {
                throw new MalformedBundle(What.FILE_MALFORMED, VKEY, "spelling");
            }
            return keys;
        } catch (MalformedLogDataException e) {
            throw new MalformedBundle(What.FILE_MALFORMED, VKEY, String.valueOf(e.getMessage()), e);
        }
    }

    static String vkeyFile(List<VerifierKey> keys) {
        var text = new StringBuilder();
        keys.forEach(key -> text.append(key).append('\n'));
        return text.toString();
    }
}

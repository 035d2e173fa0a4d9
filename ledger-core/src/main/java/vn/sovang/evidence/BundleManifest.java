package vn.sovang.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.evidence.BundleProblem.What;
import vn.sovang.privacy.Opening;
import vn.sovang.vocabulary.EvidenceId;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.EvidenceVariant;

/// `manifest.json`: what a bundle says it is. Everything in it is checked against the leaves; only
/// the claims of completeness need the exported log.
///
/// @param page version of the renderer that made the page
/// @param origin name of the log
/// @param size events covered by the checkpoint
/// @param leaves indexes from 0, rising
/// @param unopened sealed fields that an entitled bundle could not open: erased, or sealed by the
///   first version
/// @param since sizes of older checkpoints from which a consistency proof is given, rising
record BundleManifest(
        EvidenceId bundle,
        EvidenceSubject subject,
        EvidenceVariant variant,
        int page,
        String origin,
        long size,
        List<Claim> claims,
        List<Long> leaves,
        List<UUID> unopened,
        List<Long> since) {
    static final String FORMAT = "so-vang-evidence/1";

    /// Values as the file has them: texts and numbers.
    private record Written(
            String format,
            String bundle,
            String subject,
            String variant,
            int page,
            String origin,
            long size,
            List<Claim> claims,
            List<Long> leaves,
            List<UUID> unopened,
            List<Long> since) {}

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    BundleManifest {
        claims = List.copyOf(claims);
        leaves = List.copyOf(leaves);
        unopened = List.copyOf(unopened);
        since = List.copyOf(since);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(
                new Written(
                        FORMAT,
                        bundle.toString(),
                        subject.toString(),
                        variant.name(),
                        page,
                        origin,
                        size,
                        claims,
                        leaves,
                        unopened,
                        since));
    }

    /// @throws MalformedBundle unless the bytes are exactly what [#bytes()] would give
    static BundleManifest parse(byte[] bytes) {
        try {
            var written = JSON.readValue(bytes, Written.class);
            if (!FORMAT.equals(written.format)) {
                throw new MalformedBundle(What.FORMAT_UNKNOWN, "manifest.json", written.format);
            }
            var manifest =
                    new BundleManifest(
                            EvidenceId.of(written.bundle),
                            EvidenceSubject.of(written.subject),
                            EvidenceVariant.valueOf(written.variant),
                            written.page,
                            written.origin,
                            written.size,
                            written.claims,
                            written.leaves,
                            written.unopened,
                            written.since);
            if (!Arrays.equals(manifest.bytes(), bytes)) {
                throw new MalformedBundle(What.FILE_MALFORMED, "manifest.json", "spelling");
            }
            return manifest;
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new MalformedBundle(
                    What.FILE_MALFORMED, "manifest.json", String.valueOf(e.getMessage()), e);
        }
    }

    static byte[] openings(List<Opening> openings) {
        return JSON.writeValueAsBytes(openings);
    }

    /// @throws MalformedBundle unless the bytes are exactly what [#openings(List)] would give
    static List<Opening> openings(byte[] bytes) {
        try {
            var openings = List.of(JSON.readValue(bytes, Opening[].class));
            if (!Arrays.equals(openings(openings), bytes)) {
                throw new MalformedBundle(What.FILE_MALFORMED, "openings.json", "spelling");
            }
            return openings;
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new MalformedBundle(
                    What.FILE_MALFORMED, "openings.json", String.valueOf(e.getMessage()), e);
        }
    }
}

package vn.sovang.bulk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import vn.sovang.axon.ImportEnds;
import vn.sovang.axon.KnownEvents;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Fact;
import vn.sovang.eventstore.DcbCondition;
import vn.sovang.eventstore.DcbCriterion;
import vn.sovang.eventstore.EventLog;
import vn.sovang.imports.FileBoundary;
import vn.sovang.imports.FileReading;
import vn.sovang.vocabulary.ImportId;

/// What the rules say of a whole file, as the log stands at one position.
///
/// @param refused which rows break rules; empty if none does
/// @param facts how many there are
/// @param digest SHA-256 over all facts in order; the same decision gives the same
/// @param completion the event that would end the import
/// @param condition what must not happen until then
@SuppressWarnings("ArrayRecordComponent") // compared with MessageDigest.isEqual
record Decision(
        Optional<Refused> refused,
        int facts,
        byte[] digest,
        Fact completion,
        DcbCondition condition) {
    private static final UUID ANY = new UUID(0, 0);

    /// Where decisions are taken.
    record Bench(EventLog log, EventCodec codec, ImportEnds ends, Staging staging) {
        /// Reads the file twice: what it depends on, and then row by row what the rules say.
        ///
        /// @param taken receives every fact in order
        Decision decide(StagedImport staged, Consumer<Fact> taken) {
            var head = staged.head();
            var boundary = new FileBoundary();
            staging.entries(head.imported(), boundary::take);
            var known = KnownEvents.facts(log, ends, codec, boundary.queries());
            var digest = sha256();
            var reading =
                    FileReading.of(
                            head,
                            known,
                            fact -> {
                                digest.update(codec.encode(ANY, fact));
                                taken.accept(fact);
                            });
            staging.entries(head.imported(), reading::take);
            return new Decision(
                    reading.refused(),
                    reading.accepted(),
                    digest.digest(),
                    reading.completion(),
                    condition(boundary.queries(), known, head.imported()));
        }

        private static DcbCondition condition(
                Set<TagQuery> boundary, KnownEvents<?> known, ImportId own) {
            List<DcbCriterion> criteria = new ArrayList<>();
            boundary.forEach(query -> criteria.add(KnownEvents.criterion(query)));
            known.unfinished().stream()
                    .filter(other -> !other.equals(own))
                    .forEach(other -> criteria.add(ImportEnds.completionOf(other)));
            return new DcbCondition(criteria, known.head());
        }
    }

    static byte[] sha256(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package vn.sovang.api.operations;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.readmodel.ReadModelForms.ReadModel;
import vn.sovang.projection.anomaly.Severity;

/// How the service is at one moment.
///
/// @param because why it does not record, for operators, in English; null while it does
/// @param head newest position of the log; 0 where the database does not answer
/// @param sealed events that the newest published checkpoint covers
/// @param sealedAt when this service says it was signed; null before the first
/// @param waiting appends queued for the writer of this process
/// @param freeBytes left on the disk of the data directory
/// @param alarms what an operator should look at now, in English
/// @param openAnomalies findings that nobody has explained, up to a minute old; empty until the
///   read model is built
public record Condition(
        ServiceState state,
        @Nullable String because,
        Instant at,
        long head,
        long sealed,
        @Nullable Instant sealedAt,
        int waiting,
        long freeBytes,
        List<String> alarms,
        List<ReadModel> readModels,
        Map<Severity, Long> openAnomalies) {
    /// Below this the disk is as good as full: PostgreSQL needs room to write its log.
    static final long LEAST_FREE_BYTES = 200L << 20;

    public Condition {
        alarms = List.copyOf(alarms);
        readModels = List.copyOf(readModels);
        openAnomalies = Collections.unmodifiableMap(new TreeMap<>(openAnomalies));
    }

    /// Events that no published checkpoint covers yet.
    public long unsealed() {
        return Math.max(0, head - sealed);
    }

    /// Whether the disk is as good as full.
    public boolean diskLow() {
        return freeBytes < LEAST_FREE_BYTES;
    }

    /// Read models that cannot go on.
    List<ReadModel> stopped() {
        return readModels.stream().filter(model -> model.stopped() != null).toList();
    }

    /// Read models that nobody can read yet.
    List<ReadModel> unbuilt() {
        return readModels.stream().filter(model -> model.position() < 0).toList();
    }
}

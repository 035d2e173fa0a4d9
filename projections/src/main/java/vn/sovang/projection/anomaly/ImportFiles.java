package vn.sovang.projection.anomaly;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ImportCompleted;
import vn.sovang.projection.readmodel.Known;

/// A file that whoever brought it confirmed alone (R10).
final class ImportFiles implements Docket<ImportFiles.Alone> {
    /// The file, if nobody else confirmed it.
    record Alone(@Nullable String file, long position) {}

    @Override
    public Class<Alone> state() {
        return Alone.class;
    }

    @Override
    public Alone initial() {
        return new Alone(null, 0);
    }

    @Override
    public List<String> things(Known known) {
        return known.fact().event() instanceof ImportCompleted e && e.selfConfirmed()
                ? List.of(e.imported().tag())
                : List.of();
    }

    @Override
    public Alone evolve(Alone state, Known known, World world) {
        return known.fact().event() instanceof ImportCompleted e
                ? new Alone(e.fileName(), known.position())
                : state;
    }

    @Override
    public List<Found> findings(String thing, Alone state) {
        var file = state.file();
        return file == null
                ? List.of()
                : List.of(
                        Found.of(AnomalyRule.IMPORT_CONFIRMED_ALONE, thing, state.position())
                                .saying("file", file));
    }
}

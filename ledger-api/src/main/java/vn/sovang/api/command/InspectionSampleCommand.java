package vn.sovang.api.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.api.inspection.InspectionDesk;
import vn.sovang.api.inspection.InspectionForms.SampleForm;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.event.InspectionEvent.InspectionOpened;
import vn.sovang.event.Recorded;
import vn.sovang.evidence.ExportedLog;
import vn.sovang.evidence.Leaf;
import vn.sovang.inspection.Sample;
import vn.sovang.inspection.Sampling;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.InspectionId;

/// `inspection sample`: draws the sample again, from the ledger or from an exported log. The latter
/// needs no database, no network and no secret.
@Command(name = "sample", sortOptions = false)
final class InspectionSampleCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "inspection-id")
    private String id = "";

    @Option(names = "--log", paramLabel = "DIR", descriptionKey = "inspection-log")
    private @Nullable Path log;

    @Option(names = "--vkey", paramLabel = "KEY|FILE", descriptionKey = "inspection-vkey")
    private @Nullable String vkey;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    InspectionSampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        if (log != null) {
            fromExport(log);
            return 0;
        }
        try (var installation = data.open(console)) {
            installation.catchUp();
            var desk = new InspectionDesk(installation.ledger(), installation.projections());
            var row = desk.find(id, desk.position(null));
            var form = SampleForm.of(row, desk.sample(row));
            if (json) {
                console.print(RegisterJson.write(form));
            } else {
                new InspectionPrinter(console).sample(form);
            }
        }
        return 0;
    }

    private void fromExport(Path directory) throws IOException {
        var exported = ExportedLog.open(directory, key(directory));
        if (!exported.report().intact()) {
            var first = exported.report().findings().getFirst();
            throw Failure.of(FailureCode.LEDGER_SUSPENDED, "reason", first.toString());
        }
        var opening = opening(exported);
        var opened = (InspectionOpened) opening.fact().event();
        var size = opened.cutOff().size();
        var root = exported.roots(Set.of(size)).get(size);
        if (root == null || !root.toBase64().equals(opened.cutOff().rootHash())) {
            throw Failure.at("--log", FailureCode.CHECKPOINT_DIFFERS, Long.toString(size));
        }
        var sampling = Sampling.under(opening);
        exported.read(size, leaf -> sampling.accept(leaf.recorded()));
        print(sampling.sample(), leaves(exported, size, sampling.sample()));
    }

    private Recorded opening(ExportedLog exported) {
        var wanted = new InspectionId(InspectionDesk.uuid("id", id));
        List<Recorded> found = new ArrayList<>();
        exported.read(
                exported.report().size(),
                leaf -> {
                    if (leaf.recorded().fact().event() instanceof InspectionOpened opened
                            && opened.inspection().equals(wanted)) {
                        found.add(leaf.recorded());
                    }
                });
        if (found.isEmpty()) {
            throw Failure.of(FailureCode.INSPECTION_NOT_FOUND, "id", id);
        }
        return found.getFirst();
    }

    private static Map<Long, Leaf> leaves(ExportedLog exported, long size, Sample sample) {
        var positions = new HashMap<Long, Leaf>();
        var wanted = sample.drawn().stream().map(Sample.Drawn::position).toList();
        exported.read(
                size,
                leaf -> {
                    if (wanted.contains(leaf.position())) {
                        positions.put(leaf.position(), leaf);
                    }
                });
        return positions;
    }

    private void print(Sample sample, Map<Long, Leaf> leaves) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var drawn : sample.drawn()) {
            var leaf = leaves.get(drawn.position());
            if (leaf == null) {
                throw new IllegalStateException("drawn and gone: " + drawn);
            }
            var fact = leaf.recorded().fact();
            var hash = Hash.ofLeaf(leaf.bytes()).toHex();
            lines.add(
                    Map.of(
                            "place", drawn.place(),
                            "position", drawn.position(),
                            "orderHash", drawn.order(),
                            "leafHash", hash));
            if (!json) {
                console.print(
                        console.messages()
                                .text(
                                        "cli.inspection.drawn",
                                        drawn.place(),
                                        drawn.position(),
                                        console.format().date(fact.effectiveOn()),
                                        fact.document() instanceof Document.Paper p
                                                ? p.number()
                                                : "-",
                                        hash));
            }
        }
        if (json) {
            console.print(
                    RegisterJson.write(
                            Map.of("populationSize", sample.population(), "drawn", lines)));
        } else {
            console.print(
                    console.messages()
                            .text(
                                    "cli.inspection.export",
                                    sample.drawn().size(),
                                    sample.population()));
        }
    }

    private VerifierKey key(Path directory) throws IOException {
        var text = vkey == null ? directory.resolve("vkey").toString() : vkey.strip();
        var file = Path.of(text);
        try {
            return VerifierKey.parse(
                    Files.isRegularFile(file)
                            ? Files.readString(file, StandardCharsets.UTF_8).strip()
                            : text);
        } catch (MalformedLogDataException e) {
            throw Failure.at("--vkey", FailureCode.KEY_MALFORMED, text).because(e);
        }
    }
}

package vn.sovang.api.command;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.api.Installation;
import vn.sovang.api.log.CheckpointChoice;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.inspection.InspectionCommand.OpenInspection;
import vn.sovang.inspection.Inspections;
import vn.sovang.vocabulary.CutOff;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.InspectionId;
import vn.sovang.vocabulary.InspectionScope;
import vn.sovang.vocabulary.SampleDesign;
import vn.sovang.vocabulary.SamplePopulation;
import vn.sovang.vocabulary.SampleSeed;

/// `inspection open`: an inspection under its decision, with the cut-off and the seed of its
/// sample.
@Command(name = "open", sortOptions = false)
final class InspectionOpenCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Option(
            names = "--authority",
            paramLabel = "NAME|ID",
            required = true,
            descriptionKey = "inspection-units")
    private List<String> units = List.of();

    @Option(names = "--period", paramLabel = "PERIOD", required = true, descriptionKey = "period")
    private String period = "";

    @Option(names = "--policy", paramLabel = "POLICY", descriptionKey = "policy")
    private @Nullable String policy;

    @Option(names = "--cut-off", paramLabel = "SIZE|DAY|TIME", descriptionKey = "inspection-cutoff")
    private @Nullable String cutOff;

    @Option(
            names = "--population",
            paramLabel = "POPULATION",
            descriptionKey = "inspection-population")
    private String population = SamplePopulation.AWARDS_DECIDED.name();

    @Option(
            names = "--sample",
            paramLabel = "N",
            required = true,
            descriptionKey = "inspection-sample")
    private int size;

    @Option(names = "--seed", paramLabel = "HEX", descriptionKey = "inspection-seed")
    private @Nullable String seed;

    @Mixin private final InspectionActOptions act = new InspectionActOptions();

    InspectionOpenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        act.checkPaper();
        var design = design();
        var question = new StatisticsQuestion(period, policy, null, null, null);
        var days = question.readPeriod().days(question.readPolicy());
        try (var installation = data.open(console)) {
            installation.catchUp();
            var id = new InspectionId(UUID.randomUUID());
            var command =
                    new OpenInspection(
                            act.origin(installation, Inspections.INSPECTOR),
                            id,
                            scope(installation, days.from(), days.to()),
                            cutOff(installation),
                            design);
            return new InspectionPrinter(console)
                    .record(
                            installation,
                            command,
                            p -> console.messages().text("cli.inspection.opened", id, p));
        }
    }

    private SampleDesign design() {
        try {
            return new SampleDesign(
                    SamplePopulation.valueOf(population.strip().toUpperCase(Locale.ROOT)),
                    size,
                    seed());
        } catch (IllegalValue unusable) {
            throw InspectionActOptions.malformed(unusable);
        } catch (IllegalArgumentException none) {
            throw Failure.at("--population", FailureCode.VALUE_UNKNOWN, population).because(none);
        }
    }

    private SampleSeed seed() {
        if (seed != null) {
            return new SampleSeed(seed.strip().toLowerCase(Locale.ROOT));
        }
        var bytes = new byte[SampleSeed.BYTES];
        new SecureRandom().nextBytes(bytes);
        return SampleSeed.of(bytes);
    }

    private InspectionScope scope(Installation installation, LocalDate from, LocalDate to) {
        var inspected =
                units.stream()
                        .map(u -> InspectionActOptions.unit(installation, u, "--authority"))
                        .toList();
        try {
            return new InspectionScope(inspected, from, to);
        } catch (IllegalValue unusable) {
            throw InspectionActOptions.malformed(unusable);
        }
    }

    private CutOff cutOff(Installation installation) {
        if (cutOff == null) {
            installation.ledger().seal();
        }
        var chosen =
                new CheckpointChoice(installation.ledger()).of("--cut-off", cutOff).checkpoint();
        try {
            return new CutOff(chosen.size(), chosen.root().toBase64());
        } catch (IllegalValue unusable) {
            throw InspectionActOptions.malformed(unusable);
        }
    }
}

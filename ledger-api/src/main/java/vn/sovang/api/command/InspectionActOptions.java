package vn.sovang.api.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.sovang.api.Installation;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.decider.Origin;
import vn.sovang.decider.PaperSays;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.UnitId;

/// Who acts in an inspection, in which role, when and by which paper. The role is a claim, as is
/// every name on the command line.
final class InspectionActOptions {
    @Option(names = "--by", paramLabel = "USER", required = true, descriptionKey = "inspection-by")
    private String by = "";

    @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "inspection-role")
    private @Nullable String role;

    @Option(names = "--unit", paramLabel = "NAME|ID", descriptionKey = "inspection-unit")
    private @Nullable String unit;

    @Option(names = "--on", paramLabel = "YYYY-MM-DD", descriptionKey = "inspection-on")
    private @Nullable String on;

    @Option(names = "--number", paramLabel = "NUMBER", descriptionKey = "inspection-number")
    private @Nullable String number;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "inspection-date")
    private @Nullable String date;

    @Option(names = "--body", paramLabel = "NAME", descriptionKey = "inspection-body")
    private @Nullable String body;

    @Option(names = "--as-found", paramLabel = "TEXT", descriptionKey = "inspection-as-found")
    private @Nullable String asFound;

    @Option(names = "--second", paramLabel = "USER", descriptionKey = "inspection-second")
    private @Nullable String second;

    /// What can be said before anything is opened.
    ///
    /// @throws Failure `DATE_MALFORMED`, `PARAMETER_MISSING`
    void check() {
        day("--on", on);
        day("--date", date);
        if (number != null) {
            require("--date", date);
            require("--body", body);
        }
        if (asFound != null) {
            require("--second", second);
        }
    }

    /// The same for an act that is nothing without its paper.
    void checkPaper() {
        require("--number", number);
        check();
    }

    static void require(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Failure.at(name, FailureCode.PARAMETER_MISSING, "");
        }
    }

    static @Nullable LocalDate day(String name, @Nullable String text) {
        return text == null ? null : Days.of(name, text);
    }

    String user() {
        return by;
    }

    /// The circumstances of an act.
    ///
    /// @param usual role of who acts, where none is named
    /// @throws Failure for what cannot be read
    Origin origin(Installation installation, String usual) {
        var now = Instant.now();
        var paperDay = day("--date", date);
        var asked = day("--on", on);
        var today = LocalDate.ofInstant(now, Origin.VIETNAM);
        try {
            var origin =
                    new Origin(
                            Request.of(UUID.randomUUID(), usual + " " + by),
                            new Actor(by, role == null ? usual : role.strip(), unit(installation)),
                            null,
                            now,
                            document(paperDay),
                            asked != null ? asked : paperDay != null ? paperDay : today,
                            null);
            return asFound == null
                    ? origin
                    : origin.fromPaper(new PaperSays(asFound, String.valueOf(second)));
        } catch (IllegalValue unusable) {
            throw malformed(unusable);
        }
    }

    /// A value that no field of the ledger can hold.
    static Failure malformed(IllegalValue unusable) {
        return Failure.at(
                        unusable.field(),
                        FailureCode.PARAMETER_MALFORMED,
                        String.valueOf(unusable.getMessage()))
                .because(unusable);
    }

    private Document document(@Nullable LocalDate day) {
        return number == null || body == null
                ? new Document.None(
                        Messages.in(Messages.VIETNAMESE).text("cli.inspection.no.paper"))
                : new Document.Paper(new DocumentNumber(number), day, body, null, null);
    }

    private @Nullable UnitId unit(Installation installation) {
        return unit == null ? null : unit(installation, unit, "--unit");
    }

    /// A unit by name or id, of those that exist now where several bear the name.
    static UnitId unit(Installation installation, String text, String parameter) {
        var year = Integer.toString(LocalDate.now(Origin.VIETNAM).getYear());
        return new Figures(installation.projections())
                .authority(new StatisticsQuestion(year, null, text, null, null))
                .orElseThrow(() -> Failure.at(parameter, FailureCode.PARAMETER_MISSING, ""));
    }
}

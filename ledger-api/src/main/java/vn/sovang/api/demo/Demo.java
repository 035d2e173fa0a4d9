package vn.sovang.api.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import vn.sovang.api.Installation;
import vn.sovang.api.Intake;
import vn.sovang.api.imports.FixtureWorkbook;
import vn.sovang.api.imports.Submission;
import vn.sovang.event.Actor;

/// Records the demonstration. A second time in the same directory changes nothing.
public final class Demo {
    /// Whose report the demonstration reproduces.
    public static final String AUTHORITY = "UBND thành phố Phan Rang - Tháp Chàm";

    private static final Actor ACTOR = new Actor("demo", "IMPORTER", null);

    private Demo() {}

    /// What happened in the two stories beside the half-year, one step a line.
    ///
    /// @param key name of the step; its text is `cli.demo.step.<key>`
    /// @param on day it took effect
    /// @param position where it stands in the log
    public record Step(String key, LocalDate on, long position) {}

    /// @return the steps of the stories: nominated, approved, lost, re-issued, annulled …
    /// @throws IOException if the workbook cannot be written
    public static List<Step> record(Installation installation) throws IOException {
        var file = installation.data().resolve("demo-2024-h1.xlsx");
        FixtureWorkbook.write(file);
        // The demonstration confirms its own import, and the ledger says so (R10).
        var submission = new Submission(ACTOR, Instant.now(), ACTOR.user(), true);
        var result = new Intake(installation.ledger()).record(file, submission, summary -> {});
        if (!(result instanceof Intake.Result.Done)) {
            throw new IllegalStateException("the demonstration was not taken: " + result);
        }
        Files.deleteIfExists(file);
        var units = DemoStories.DemoUnits.shipped();
        var clock = InstantSource.system();
        new DemoPapers(installation.ledger(), clock, units.city()).enter();
        return new DemoStories(installation.ledger(), clock, units).tell();
    }
}

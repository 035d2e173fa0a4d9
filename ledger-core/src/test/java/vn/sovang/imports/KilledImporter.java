package vn.sovang.imports;

import static vn.sovang.testing.PhanRang.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.event.Provenance;
import vn.sovang.imports.RecordImport.Entry;
import vn.sovang.imports.RecordImport.Source;
import vn.sovang.postgres.EmbeddedServer;
import vn.sovang.testing.PhanRang;
import vn.sovang.testing.TestLedger;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.RecipientKind;

/// The process that the test kills: it takes in one file of the largest size, says that it is about
/// to and, if it lives to see it, that it has.
final class KilledImporter {
    static final int EVENTS = RecordImport.MAX_EVENTS;

    private KilledImporter() {}

    /// Arguments: server directory, database, ledger folder, request id, marker file.
    public static void main(String[] arguments) throws IOException {
        var marker = Path.of(arguments[4]);
        try (var server = EmbeddedServer.start(Path.of(arguments[0]));
                var it =
                        TestLedger.open(
                                server.settings(arguments[1]).withoutMigration(),
                                Path.of(arguments[2]))) {
            var command = file(UUID.fromString(arguments[3]));
            Files.writeString(marker, "begun");
            var submission = it.ledger().submit(command);
            Files.writeString(marker, submission.toString());
        }
    }

    static RecordImport file(UUID request) {
        var entries = new ArrayList<Entry>();
        for (int i = 1; i < EVENTS; i++) {
            entries.add(
                    new Entry(
                            PhanRang.recipient(RecipientKind.INDIVIDUAL),
                            LocalDate.parse("2024-01-10"),
                            paper("1/QĐ-UBND", "2024-01-10"),
                            new Provenance(
                                    Provenance.Source.OFFICE_LIST,
                                    Provenance.Confidence.MEDIUM,
                                    null),
                            null,
                            new Source("Danh sách", i, null)));
        }
        var origin = PhanRang.origin("an", "2026-11-22", new Document.None("nhập tệp"));
        return new RecordImport(
                new Origin(
                        Request.of(request, "tệp"),
                        new Actor("an", "CLERK", null),
                        null,
                        origin.at(),
                        origin.document(),
                        origin.effectiveOn(),
                        null),
                new ImportId(request),
                "danh-sach.xlsx",
                "00",
                EVENTS - 1,
                "binh",
                false,
                entries);
    }
}

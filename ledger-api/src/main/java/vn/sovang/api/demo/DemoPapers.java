package vn.sovang.api.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.Submission.Declined;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.event.Provenance;
import vn.sovang.event.Provenance.Confidence;
import vn.sovang.event.Provenance.Source;
import vn.sovang.event.ReportEvent.Claim;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.report.ReportCommand.AsFoundReason;
import vn.sovang.report.ReportCommand.RecordPaperReport;
import vn.sovang.report.ReportCommand.RegisterReferenceDocument;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.ClaimedMeasure;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.PaperId;
import vn.sovang.vocabulary.PaperReportId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;

/// The city's report of June 2024 as a paper: the numbers it claims, in section II.4 and in
/// footnote 26, and the official letters its footnotes 1 and 2 refer to. It was found as a draft
/// without number and day, and is kept so. Nothing of it is counted. Footnote 21 speaks of wards as
/// merged, so what it claims is the number that would be left; the list of addressees still has
/// all.
final class DemoPapers {
    private static final String CLERK = "demo-can-bo";
    private static final String SECOND = "demo-van-thu";

    /// The last day of the only month the draft names.
    private static final LocalDate REPORTED = LocalDate.parse("2024-06-30");

    private static final Provenance AS_PRINTED =
            new Provenance(Source.SIGNED_PAPER, Confidence.LOW, "bản dự thảo đã quét", SECOND);

    private final Ledger ledger;
    private final InstantSource clock;
    private final UnitId city;
    private final PaperReportId report = new PaperReportId(id("bao-cao"));

    DemoPapers(Ledger ledger, InstantSource clock, UnitId city) {
        this.ledger = ledger;
        this.clock = clock;
        this.city = city;
    }

    /// Enters the report and the papers it refers to.
    void enter() {
        var draft =
                new Document.Paper(
                        new DocumentNumber("/BC-UBND"), null, Demo.AUTHORITY, null, null);
        submit(
                new RecordPaperReport(
                        at("bao-cao", REPORTED, draft),
                        new PaperReportRecorded(
                                report,
                                city,
                                "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2024",
                                "ngày tháng 6 năm 2024",
                                LocalDate.parse("2024-01-01"),
                                REPORTED,
                                rows("claims-2024-h1.csv", DemoPapers::claim)),
                        AS_PRINTED,
                        new AsFoundReason("bản dự thảo chưa có số, chưa có ngày", SECOND)));
        rows("papers-2024-h1.csv", this::paper).forEach(this::submit);
    }

    private static Claim claim(NamedCsvRecord row) {
        var award = row.getField("award");
        var kind = row.getField("recipient_kind");
        return new Claim(
                row.getField("place"),
                ClaimedMeasure.valueOf(row.getField("measure")),
                award.isEmpty() ? null : new AwardCode(award),
                kind.isEmpty() ? null : RecipientKind.valueOf(kind),
                Integer.parseInt(row.getField("value")),
                row.getField("text"));
    }

    private RegisterReferenceDocument paper(NamedCsvRecord row) {
        var number = row.getField("number");
        var authority = row.getField("authority");
        var day = LocalDate.parse(row.getField("date"));
        var document =
                new Document.Paper(
                        new DocumentNumber(number),
                        day,
                        authority.isEmpty() ? "chưa rõ" : authority,
                        null,
                        null);
        return new RegisterReferenceDocument(
                at("van-ban/" + number, day, document),
                new ReferenceDocumentRegistered(
                        new PaperId(id("van-ban/" + number)),
                        unit(authority),
                        row.getField("subject"),
                        report,
                        row.getField("place")),
                AS_PRINTED,
                null);
    }

    private @Nullable UnitId unit(String authority) {
        return authority.equals(Demo.AUTHORITY) ? city : null;
    }

    private Origin at(String name, LocalDate day, Document document) {
        return new Origin(
                Request.of(id("yeu-cau/" + name), name),
                new Actor(CLERK, "CLERK", null),
                null,
                clock.instant(),
                document,
                day,
                null);
    }

    private void submit(Command command) {
        if (ledger.submit(command) instanceof Declined declined) {
            throw new IllegalStateException("the demonstration is refused: " + declined);
        }
    }

    private static <T> List<T> rows(String file, Function<NamedCsvRecord, T> each) {
        var stream = DemoPapers.class.getResourceAsStream("/demo/" + file);
        if (stream == null) {
            throw new IllegalStateException("missing resource " + file);
        }
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, UTF_8))) {
            return csv.stream().map(each).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("so-vang/trinh-dien/giay/" + name).getBytes(UTF_8));
    }
}

package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.sovang.api.report.ReportDesk;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;

/// The paper of a report, and who enters it. Without a number the report has no paper, and says so.
final class ReportPaperOptions {
    private static final String ROLE = "REPORTER";

    @Option(names = "--number", paramLabel = "NUMBER", descriptionKey = "report-number")
    private @Nullable String number;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "report-date")
    private @Nullable String date;

    @Option(names = "--signer", paramLabel = "NAME", descriptionKey = "report-signer")
    private @Nullable String signer;

    @Option(names = "--file", paramLabel = "FILE", descriptionKey = "report-file")
    private @Nullable Path file;

    @Option(names = "--by", paramLabel = "USER", descriptionKey = "report-by")
    private String by = "cli";

    /// What can be said before anything is opened.
    ///
    /// @throws Failure `DATE_MALFORMED`, `PARAMETER_MISSING`
    void check() {
        day();
        if (date == null && number != null) {
            throw Failure.at("date", FailureCode.PARAMETER_MISSING, "");
        }
    }

    private @Nullable LocalDate day() {
        return date == null ? null : Days.of("date", date);
    }

    /// @param authority name of the issuing body as the paper gives it
    /// @throws IOException if the signed file cannot be read
    ReportDesk.Issuing issuing(String authority) throws IOException {
        var now = Instant.now();
        var day = day();
        return new ReportDesk.Issuing(
                new Actor(by, ROLE, null),
                UUID.randomUUID(),
                now,
                document(authority, day),
                day == null ? LocalDate.ofInstant(now, Origin.VIETNAM) : day,
                file == null ? null : Request.sha256(Files.readAllBytes(file)));
    }

    private Document document(String authority, @Nullable LocalDate day) {
        return number == null
                ? new Document.None(Messages.in(Messages.VIETNAMESE).text("report.no.paper"))
                : new Document.Paper(new DocumentNumber(number), day, authority, signer, null);
    }
}

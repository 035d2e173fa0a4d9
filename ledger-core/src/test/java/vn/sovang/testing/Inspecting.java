package vn.sovang.testing;

import static vn.sovang.testing.PhanRang.CITY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.inspection.InspectionCommand.AcceptExplanation;
import vn.sovang.inspection.InspectionCommand.CloseInspection;
import vn.sovang.inspection.InspectionCommand.ExplainFinding;
import vn.sovang.inspection.InspectionCommand.OpenInspection;
import vn.sovang.inspection.InspectionCommand.RecordFinding;
import vn.sovang.inspection.InspectionCommand.ReopenFinding;
import vn.sovang.vocabulary.CutOff;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.FindingSeverity;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.InspectionId;
import vn.sovang.vocabulary.InspectionScope;
import vn.sovang.vocabulary.SampleDesign;
import vn.sovang.vocabulary.SamplePopulation;
import vn.sovang.vocabulary.SampleSeed;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.UnitId;

/// An inspection of the city's awards in 2024 by the provincial inspectorate: `thanh` inspects,
/// `lan` explains for the office.
public final class Inspecting {
    public static final SampleSeed SEED = SampleSeed.of(seed());
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    public final InspectionId id = new InspectionId(UUID.randomUUID());
    private final String number;

    public Inspecting(String number) {
        this.number = number;
    }

    private static byte[] seed() {
        var seed = new byte[SampleSeed.BYTES];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return seed;
    }

    /// Bytes 00 to 1f, five of the awards.
    public static SampleDesign five() {
        return new SampleDesign(SamplePopulation.AWARDS_DECIDED, 5, SEED);
    }

    public static InspectionScope year(int year) {
        return new InspectionScope(
                List.of(CITY), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public static Origin by(String user, String role, String day, Document document) {
        return by(new Actor(user, role, null), day, document);
    }

    private static Origin by(Actor actor, String day, Document document) {
        return new Origin(
                Request.of(UUID.randomUUID(), "test"),
                actor,
                null,
                NOW,
                document,
                LocalDate.parse(day),
                null);
    }

    private static Document.Paper paper(String number, String day) {
        return new Document.Paper(
                new DocumentNumber(number), LocalDate.parse(day), "Thanh tra tỉnh", null, null);
    }

    private static Document none() {
        return new Document.None("ghi tại buổi làm việc");
    }

    public OpenInspection open() {
        return open(year(2024), new CutOff(1, "AAAA"));
    }

    public OpenInspection open(InspectionScope scope, CutOff cutOff) {
        return open("thanh", "INSPECTOR", scope, cutOff);
    }

    public OpenInspection open(String user, String role, InspectionScope scope, CutOff cutOff) {
        var day = "2025-03-01";
        return new OpenInspection(
                by(user, role, day, paper(number, day)), id, scope, cutOff, five());
    }

    public RecordFinding find(InspectedMatter about) {
        return find("thanh", "INSPECTOR", "2025-03-10", about, null);
    }

    public RecordFinding find(
            String user, String role, String day, InspectedMatter about, @Nullable Sealed detail) {
        return new RecordFinding(
                by(user, role, day, none()),
                id,
                about,
                FindingSeverity.SHORTCOMING,
                "thiếu biên bản họp Hội đồng",
                detail);
    }

    public ExplainFinding explain() {
        return explain("lan", "CLERK", null);
    }

    public ExplainFinding explain(String user, String role, @Nullable UnitId unit) {
        return new ExplainFinding(
                by(new Actor(user, role, unit), "2025-03-15", none()),
                id,
                1,
                "biên bản lưu ở hồ sơ khác",
                null);
    }

    /// After it was reopened.
    public ExplainFinding explainAgain(String user) {
        return new ExplainFinding(
                by(user, "CLERK", "2025-03-19", none()), id, 1, "có bản gốc kèm theo", null);
    }

    public AcceptExplanation accept() {
        return accept("thanh", "INSPECTOR", "2025-03-20");
    }

    public AcceptExplanation accept(String user, String role, String day) {
        return new AcceptExplanation(by(user, role, day, none()), id, 1, "đã xuất trình, phù hợp");
    }

    public ReopenFinding reopen() {
        return reopen("thanh", "INSPECTOR");
    }

    public ReopenFinding reopen(String user, String role) {
        return new ReopenFinding(by(user, role, "2025-03-18", none()), id, 1, "chưa có bản gốc");
    }

    public CloseInspection close() {
        return close("thanh", "INSPECTOR", "2025-04-01");
    }

    public CloseInspection close(String user, String role, String day) {
        return new CloseInspection(by(user, role, day, paper("9/BB-TTr", day)), id);
    }

    public CloseInspection closeWithoutMinutes() {
        return new CloseInspection(by("thanh", "INSPECTOR", "2025-04-01", none()), id);
    }
}

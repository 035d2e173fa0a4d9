package vn.sovang.testing;

import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.decision.RecordDecision;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Provenance;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.imports.FileHead;
import vn.sovang.imports.RecordImport.Entry;
import vn.sovang.imports.RecordImport.Source;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.RecipientKind;

/// A file of decisions of one line each: three facts a number.
public final class BulkFile {
    public static final String DAY = "2024-04-26";

    /// Another day: under the number of the file it is another decision (R9).
    private static final String CLERKS_DAY = "2024-05-02";

    private final String name;
    private final ImportId imported = new ImportId(UUID.randomUUID());
    private final List<Entry> entries = new ArrayList<>();
    private final List<AwardId> awards = new ArrayList<>();

    /// @param name tells files apart; its hash follows from it
    public BulkFile(String name) {
        this.name = name;
    }

    public BulkFile with(String number) {
        return with(number, "GK_HUYEN");
    }

    public BulkFile with(String number, String award) {
        var whom = PhanRang.recipient(RecipientKind.HOUSEHOLD);
        var key = key(number);
        var decision = new DecisionId(UUID.randomUUID());
        add(whom, number);
        add(new DecisionRecorded(decision, key, 1), number);
        var id = new AwardId(UUID.randomUUID());
        awards.add(id);
        add(
                new AwardDecided(
                        id, decision, key, 1, ConferralMode.TANG, null, null, line(award, whom)),
                number);
        return this;
    }

    private void add(LedgerEvent event, String number) {
        entries.add(
                new Entry(
                        event,
                        LocalDate.parse(DAY),
                        paper(number, DAY),
                        new Provenance(
                                Provenance.Source.OFFICE_LIST, Provenance.Confidence.MEDIUM, null),
                        null,
                        new Source("Danh sách", entries.size() + 2, null)));
    }

    public static DecisionKey key(String number) {
        return DecisionKey.of(CITY, 2024, new DocumentNumber(number));
    }

    /// A clerk's own decision of that number.
    public static RecordDecision decision(RecipientRegistered whom, String number) {
        return new RecordDecision(
                PhanRang.origin("lan", CLERKS_DAY, paper(number, CLERKS_DAY)),
                new DecisionId(UUID.randomUUID()),
                CITY,
                List.of(
                        new RecordDecision.Line(
                                new AwardId(UUID.randomUUID()),
                                ConferralMode.TANG,
                                null,
                                null,
                                line("GK_HUYEN", whom))));
    }

    public ImportId imported() {
        return imported;
    }

    public List<AwardId> awards() {
        return awards;
    }

    public List<Entry> entries() {
        return entries;
    }

    public FileHead head() {
        var origin = PhanRang.origin("an", "2026-11-22", new Document.None("nhập tệp"));
        var request = Request.ofContent(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new FileHead(
                new Origin(
                        request,
                        origin.by(),
                        null,
                        origin.at(),
                        origin.document(),
                        origin.effectiveOn(),
                        null),
                imported,
                name + ".xlsx",
                request.bodySha256(),
                entries.size(),
                "binh",
                false);
    }
}

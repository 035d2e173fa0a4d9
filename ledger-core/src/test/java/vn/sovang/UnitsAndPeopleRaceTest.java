package vn.sovang;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;
import static vn.sovang.testing.PhanRang.unit;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.catalogue.CatalogueCommand.DefineAwardType;
import vn.sovang.catalogue.CatalogueCommand.DefineLegalText;
import vn.sovang.catalogue.CatalogueCommand.RetireAwardType;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.event.CatalogueEvent.LegalTextDefined;
import vn.sovang.event.Provenance;
import vn.sovang.event.RecipientEvent.ContactRecorded;
import vn.sovang.event.RecipientEvent.RecipientCorrected;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.ReportEvent.Claim;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.founding.ReferenceData;
import vn.sovang.recipient.JoinCommand.JoinRecipients;
import vn.sovang.recipient.JoinCommand.SeparateRecipients;
import vn.sovang.recipient.RecipientChange.CorrectRecipient;
import vn.sovang.recipient.RecipientChange.RecordContact;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.report.ReportCommand.RecordPaperReport;
import vn.sovang.report.ReportCommand.RegisterReferenceDocument;
import vn.sovang.subject.SubjectCommand.EraseIdentity;
import vn.sovang.subject.SubjectCommand.LiftRestriction;
import vn.sovang.subject.SubjectCommand.RefuseErasure;
import vn.sovang.subject.SubjectCommand.RestrictProcessing;
import vn.sovang.testing.PhanRang;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.unit.RegisterUnit;
import vn.sovang.unit.UnitCommand.AbolishUnit;
import vn.sovang.unit.UnitCommand.DetermineCompetence;
import vn.sovang.unit.UnitCommand.MergeUnit;
import vn.sovang.unit.UnitCommand.RecodeUnit;
import vn.sovang.unit.UnitCommand.RenameUnit;
import vn.sovang.unit.UnitCommand.SplitUnit;
import vn.sovang.unit.UnitCommand.TransferUnit;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.ClaimedMeasure;
import vn.sovang.vocabulary.CompetenceScope;
import vn.sovang.vocabulary.ContactRole;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.JoinEvidence;
import vn.sovang.vocabulary.PaperId;
import vn.sovang.vocabulary.PaperReportId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.RestrictionGround;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SubjectId;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// Sixteen writers at once, and the same request twice, on a real database.
class UnitsAndPeopleRaceTest {
    private static final int WRITERS = 16;
    private static final int ROUNDS = 8;
    private static final String DAY = "2026-06-01";
    private static final UnitId KHANH_HOA = unit("UBND tỉnh Khánh Hòa");

    private static Origin at(String user) {
        return origin(user, DAY, paper("1/QĐ", DAY));
    }

    private static RecipientRegistered person(Ledger ledger) {
        var person = PhanRang.recipient(RecipientKind.INDIVIDUAL);
        done(ledger, new RegisterRecipient(origin("an", "2024-01-10"), person));
        return person;
    }

    private static void done(Ledger ledger, Command command) {
        assertThat(ledger.submit(command)).as(command.toString()).isInstanceOf(Receipt.class);
    }

    private static RegisterUnit ward(String code) {
        return new RegisterUnit(
                at("an"),
                new UnitRegistered(
                        new UnitId(UUID.randomUUID()),
                        "phường thử",
                        "UBND phường thử",
                        UnitLevel.XA,
                        KHANH_HOA,
                        code,
                        LocalDate.parse(DAY),
                        true));
    }

    /// Runs sixteen commands at once; says how many won, and that the others met the rule.
    private static long race(
            List<Ledger> ledgers, IntFunction<Command> commands, Set<RefusalCode> lost)
            throws Exception {
        var barrier = new CyclicBarrier(WRITERS);
        var tasks = new ArrayList<Callable<Submission>>();
        for (int w = 0; w < WRITERS; w++) {
            var ledger = ledgers.get(w % ledgers.size());
            var command = commands.apply(w);
            tasks.add(() -> {
                barrier.await();
                return ledger.submit(command);
            });
        }
        long won = 0;
        try (var pool = Executors.newFixedThreadPool(WRITERS)) {
            for (var result : pool.invokeAll(tasks)) {
                switch (result.get()) {
                    case Receipt _ -> won++;
                    case Declined d -> assertThat(d.refused().code()).isIn(lost);
                }
            }
        }
        return won;
    }

    @Test
    void of_sixteen_at_once_one_wins(@TempDir Path folder) throws Exception {
        var settings = TestDatabase.freshSettings();
        try (var first = TestLedger.open(settings, folder);
                var second = TestLedger.open(settings, folder)) {
            var ledgers = List.of(first.ledger(), second.ledger());
            for (int round = 0; round < ROUNDS; round++) {
                var code = "9" + (1000 + round);
                assertThat(race(ledgers, w -> ward(code), Set.of(RefusalCode.UNIT_CODE_TAKEN)))
                        .as("one statistical code")
                        .isEqualTo(1);
                var one = person(first.ledger());
                var two = person(first.ledger());
                assertThat(
                                race(
                                        ledgers,
                                        w -> w % 2 == 0 ? join(one, two) : join(two, one),
                                        Set.of(RefusalCode.RECIPIENTS_ALREADY_JOINED)))
                        .as("one join")
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void nothing_is_put_right_after_an_erasure_whoever_is_first(@TempDir Path folder)
            throws Exception {
        var settings = TestDatabase.freshSettings();
        try (var first = TestLedger.open(settings, folder);
                var second = TestLedger.open(settings, folder)) {
            var ledgers = List.of(first.ledger(), second.ledger());
            long corrections = 0;
            for (int round = 0; round < ROUNDS; round++) {
                var person = person(first.ledger());
                var won =
                        race(
                                ledgers,
                                w -> w % 4 == 3 ? erase(person) : correct(person),
                                Set.of(RefusalCode.RECIPIENT_ERASED));
                assertThat(won).isBetween(1L, 13L);
                var story =
                        first.ledger()
                                .read(
                                        Set.of(
                                                new vn.sovang.decider.TagQuery(
                                                        Set.of(person.recipient().tag()),
                                                        Set.of())));
                assertThat(story.getLast().fact().event())
                        .as("the erasure is the last that is known of the person")
                        .isInstanceOf(vn.sovang.event.PrivacyEvent.IdentityErased.class);
                corrections += won - 1;
            }
            assertThat(corrections).as("corrections that came first").isNotNegative();
        }
    }

    private static JoinRecipients join(RecipientRegistered a, RecipientRegistered b) {
        return new JoinRecipients(at("an"), a.recipient(), b.recipient(), JoinEvidence.SAME_FILE);
    }

    private static Command erase(RecipientRegistered person) {
        return new EraseIdentity(
                at("an"),
                person.recipient(),
                new SubjectId(person.recipient().value()),
                ErasureGround.SUBJECT_ASKS,
                "binh");
    }

    private static Command correct(RecipientRegistered person) {
        return new CorrectRecipient(
                at("an"),
                new RecipientCorrected(
                        person.recipient(),
                        sealed(person.recipient().value(), "name"),
                        null,
                        null));
    }

    private static Sealed sealed(UUID subject, String field) {
        return new Sealed(UUID.randomUUID(), subject, field, "AAAA", "AAAA");
    }

    /// One accepted command of every type of these families, in an order in which each finds what
    /// it needs.
    private static List<Command> everyType(Ledger ledger) {
        var person = person(ledger);
        var other = person(ledger);
        var gone = person(ledger);
        var own = new SubjectId(gone.recipient().value());
        var relative = new SubjectId(UUID.randomUUID());
        var a = ward("98001");
        var b = ward("98002");
        var c = ward("98003");
        var d = ward("98004");
        var parts =
                List.of(
                        new UnitSplit.Part(a.unit().unit(), null),
                        new UnitSplit.Part(d.unit().unit(), null));
        var provenance =
                new Provenance(
                        Provenance.Source.SIGNED_PAPER, Provenance.Confidence.HIGH, null, "u-1");
        var type = ReferenceData.awardTypes().getFirst();
        return List.of(
                a,
                b,
                c,
                d,
                new RenameUnit(at("an"), a.unit().unit(), "phường A", "UBND phường A"),
                new RecodeUnit(at("an"), a.unit().unit(), "98005"),
                new TransferUnit(at("an"), a.unit().unit(), unit("Bộ Nội vụ")),
                new MergeUnit(at("an"), b.unit().unit(), a.unit().unit()),
                new SplitUnit(at("an"), c.unit().unit(), parts),
                new AbolishUnit(at("an"), d.unit().unit(), List.of()),
                new DetermineCompetence(
                        at("an"), CITY, KHANH_HOA, CompetenceScope.ALL, "công văn", null),
                new RetireAwardType(
                        at("an"), new AwardCode("LDTT"), LocalDate.parse(DAY), "Luật thử"),
                new DefineAwardType(at("an"), renewed(type)),
                new DefineLegalText(
                        at("an"),
                        new LegalTextDefined(
                                "THU",
                                "1/2026",
                                "Luật",
                                LocalDate.parse(DAY),
                                null,
                                List.of(),
                                null)),
                correct(person),
                contact(person, relative),
                new RefuseErasure(
                        at("an"), person.recipient(), relative, ErasureGround.SUBJECT_ASKS),
                join(person, other),
                new SeparateRecipients(at("an"), person.recipient(), other.recipient()),
                new RestrictProcessing(at("an"), gone.recipient(), RestrictionGround.SUBJECT_ASKS),
                new LiftRestriction(at("an"), gone.recipient()),
                new EraseIdentity(
                        at("an"), gone.recipient(), own, ErasureGround.SUBJECT_ASKS, "binh"),
                new RecordPaperReport(at("an"), report(), provenance, null),
                new RegisterReferenceDocument(
                        at("an"),
                        new ReferenceDocumentRegistered(
                                new PaperId(UUID.randomUUID()), null, "về việc thử", null, null),
                        provenance,
                        null));
    }

    private static RecordContact contact(RecipientRegistered person, SubjectId relative) {
        return new RecordContact(
                at("an"),
                new ContactRecorded(
                        person.recipient(),
                        relative,
                        ContactRole.CHILD,
                        sealed(relative.value(), "name"),
                        null,
                        null,
                        null,
                        LocalDate.parse("2030-01-01")));
    }

    private static vn.sovang.event.AwardTypeDefined renewed(vn.sovang.event.AwardTypeDefined type) {
        return new vn.sovang.event.AwardTypeDefined(
                type.code(),
                type.family(),
                type.nameVi(),
                type.nameEn(),
                type.level(),
                type.decidedBy(),
                type.recipients(),
                type.ranks(),
                type.posthumous(),
                type.artifacts(),
                type.accessories(),
                type.stateLevel(),
                type.prizeMultiple(),
                LocalDate.parse(DAY),
                null,
                type.basis(),
                null,
                null);
    }

    private static PaperReportRecorded report() {
        var claim = new Claim("II.4", ClaimedMeasure.DECIDED, null, null, 5, "05 hộ gia đình");
        return new PaperReportRecorded(
                new PaperReportId(UUID.randomUUID()),
                KHANH_HOA,
                "Báo cáo thử",
                null,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-05-31"),
                List.of(claim));
    }

    @Test
    void every_command_asked_twice_is_recorded_once_and_answered_alike(@TempDir Path folder) {
        try (var test = TestLedger.open(TestDatabase.freshSettings(), folder)) {
            var ledger = test.ledger();
            var commands = everyType(ledger);
            var types = new java.util.HashSet<Class<?>>();
            for (var command : commands) {
                types.add(command.getClass());
                var first = ledger.submit(command);
                assertThat(first).as(command.toString()).isInstanceOf(Receipt.class);
                long head = ledger.feed().head();
                var again = ledger.submit(command);
                assertThat(again)
                        .isInstanceOfSatisfying(
                                Receipt.class,
                                r -> {
                                    assertThat(r.first()).isEqualTo(((Receipt) first).first());
                                    assertThat(r.last()).isEqualTo(((Receipt) first).last());
                                });
                assertThat(ledger.feed().head()).as("nothing new").isEqualTo(head);
            }
            assertThat(types).as("types asked").hasSize(21);
            assertReusedIsRefused(ledger, commands.getFirst().origin());
        }
    }

    private static void assertReusedIsRefused(Ledger ledger, Origin used) {
        var other =
                new Origin(
                        new Request(used.request().id(), Request.sha256(new byte[] {1})),
                        new Actor("an", "CLERK", null),
                        null,
                        used.at(),
                        used.document(),
                        used.effectiveOn(),
                        null);
        var stolen = new RegisterRecipient(other, PhanRang.recipient(RecipientKind.HOUSEHOLD));
        assertThat(ledger.submit(stolen))
                .isInstanceOfSatisfying(
                        Declined.class,
                        d -> assertThat(d.refused().code()).isEqualTo(RefusalCode.REQUEST_REUSED));
    }
}

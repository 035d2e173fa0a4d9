package vn.sovang.benchmark.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.artifact.ArtifactCommand.HandInArtifact;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactLost;
import vn.sovang.artifact.ArtifactCommand.WithdrawArtifact;
import vn.sovang.award.AnnulAward;
import vn.sovang.benchmark.history.Honours.Round;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.decision.RecordDecision;
import vn.sovang.event.Actor;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerOpened;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.founding.OpenLedger;
import vn.sovang.founding.ReferenceFacts;
import vn.sovang.nomination.NominationCommand.FileNomination;
import vn.sovang.nomination.NominationCommand.SubmitNominationList;
import vn.sovang.nomination.NominationCommand.WithdrawNomination;
import vn.sovang.privacy.Sealing;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.reissue.ReissueCommand.ApproveReissue;
import vn.sovang.reissue.ReissueCommand.ConfirmEntitlement;
import vn.sovang.reissue.ReissueCommand.ReissueArtifact;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.UnitId;

/// Ten years of one city, as long as one likes. The same seed and length give the same history.
///
/// Sealed fields have the form and size of real ones but hold noise, unless somebody seals them:
/// nobody is behind them either way.
public final class History {
    public static final LocalDate FROM = LocalDate.of(2015, 1, 5);
    public static final LocalDate UNTIL = LocalDate.of(2024, 6, 28);

    private static final int LARGEST_LIST = 30;

    /// What comes of a line in the end, a little underestimated: the last days make up for it.
    private static final double EVENTS_PER_LINE = 4.5;

    /// Per mille of decided awards whose items get lost, are exchanged, or that are annulled.
    private static final int LOST = 40;

    private static final int EXCHANGED = 20;
    private static final int ANNULLED = 4;

    private final SplittableRandom random;
    private final DecidedFacts decided = new DecidedFacts();
    private final Honours honours = new Honours(UNTIL);
    private final Sink sink;
    private final @Nullable Sealing sealing;
    private final Map<RecipientKind, List<RecipientRegistered>> known =
            new EnumMap<>(RecipientKind.class);
    private final Map<UnitId, Integer> papers = new HashMap<>();

    /// What is still to happen, by day and then in the order in which it was planned.
    private final PriorityQueue<Act> agenda =
            new PriorityQueue<>(Comparator.comparing(Act::day).thenComparingLong(Act::order));

    private long planned;

    /// Lines of all lists so far.
    private long begun;

    private LocalDate today = FROM;

    private record Act(LocalDate day, long order, Runnable run) {}

    /// Where a history goes.
    @FunctionalInterface
    public interface Sink {
        /// @param recordedAt when the ledger took it; never earlier than the time before
        /// @param facts what it made of the command
        void accept(Instant recordedAt, Command command, List<Fact> facts);
    }

    private History(long seed, @Nullable Sealing sealing, Sink sink) {
        this.random = new SplittableRandom(seed);
        this.sealing = sealing;
        this.sink = sink;
    }

    /// Tells a history of at least so many events, a command at a time, the opening of the ledger
    /// first.
    ///
    /// @return how many events it has
    public static long tell(long seed, long events, Sink sink) {
        return tell(new History(seed, null, sink), events);
    }

    /// The same with names that can be opened and looked for, of people who are plants ([Plants]).
    /// Boxes differ from one telling to the next, as those of any ledger do.
    ///
    /// @param sealing asked for each field before the sink is told of the command that has it
    public static long tell(long seed, long events, Sealing sealing, Sink sink) {
        return tell(new History(seed, sealing, sink), events);
    }

    private static long tell(History history, long events) {
        history.open();
        history.live(events);
        return history.decided.count();
    }

    private void open() {
        var origin = origin("system", new Document.None("mở sổ điện tử"), 0);
        submit(
                new OpenLedger(
                        origin,
                        new LedgerOpened("benchmark.example/ledger", clock()),
                        ReferenceFacts.of(origin)));
    }

    /// The program does not serve a log that says its times are scripted (R2); one with names is
    /// told to be served, and thrown away.
    private LedgerOpened.Clock clock() {
        return sealing == null ? LedgerOpened.Clock.SCRIPTED : LedgerOpened.Clock.SYSTEM;
    }

    /// Every day as many lists are begun as make the history as long as asked on its last day.
    private void live(long events) {
        long days = FROM.until(UNTIL, ChronoUnit.DAYS);
        while (decided.count() < events) {
            while (!agenda.isEmpty() && !agenda.peek().day.isAfter(today)) {
                agenda.remove().run.run();
            }
            boolean lastDay = !today.isBefore(UNTIL);
            double share = (double) FROM.until(today, ChronoUnit.DAYS) / days;
            while (decided.count() < events
                    && (lastDay || begun * EVENTS_PER_LINE < share * events)) {
                begin(new Case(honours.next(random), lag()));
            }
            if (!lastDay) {
                today = today.plusDays(1);
            }
        }
    }

    /// Three lists of ten are entered late, by up to a year.
    private int lag() {
        return random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(365);
    }

    private void in(int days, Runnable act) {
        LocalDate day = today.plusDays(days);
        if (!day.isAfter(UNTIL)) {
            agenda.add(new Act(day, planned++, act));
        }
    }

    /// @param lag days between an act and its entry
    private record Case(Round round, int lag) {}

    /// @param passing forgotten once decided; the others are honoured again
    private record Nominee(NominationId nomination, AwardLine line, boolean passing) {}

    private void begin(Case one) {
        var nominees = new ArrayList<Nominee>();
        int lines = 1 + random.nextInt(LARGEST_LIST);
        begun += lines;
        for (int i = 0; i < lines; i++) {
            nominees.add(nominate(one));
        }
        in(3 + random.nextInt(7), () -> submitList(one, nominees, 0));
    }

    private Nominee nominate(Case one) {
        Round round = one.round;
        var regulars = known.computeIfAbsent(round.kind(), k -> new ArrayList<>());
        boolean again = regulars.size() > LARGEST_LIST && random.nextInt(10) < 3;
        boolean passing = !again && random.nextInt(4) > 0;
        RecipientRegistered recipient =
                again ? regulars.get(random.nextInt(regulars.size())) : register(one);
        if (!again && !passing) {
            regulars.add(recipient);
        }
        var line =
                new AwardLine(
                        round.award().code(),
                        round.rank(),
                        recipient.recipient(),
                        round.kind(),
                        round.reason(),
                        Honours.proposer(round));
        var nomination = new NominationId(id());
        submit(
                new FileNomination(
                        origin(clerk(), none(), one.lag),
                        nomination,
                        Honours.proposer(round),
                        line));
        return new Nominee(nomination, line, passing);
    }

    private RecipientRegistered register(Case one) {
        var id = new RecipientId(id());
        var individual = one.round.kind() == RecipientKind.INDIVIDUAL;
        var recipient =
                new RecipientRegistered(
                        id,
                        one.round.kind(),
                        sealed(id, "name", 18),
                        individual ? sealed(id, "birth", 10) : null,
                        random.nextBoolean() ? sealed(id, "residence", 34) : null);
        submit(new RegisterRecipient(origin(clerk(), none(), one.lag), recipient));
        return recipient;
    }

    private Sealed sealed(RecipientId subject, String field, int characters) {
        if (sealing != null) {
            return sealing.seal(subject.value(), field, Plants.text(field, random));
        }
        var commitment = new byte[32];
        // Nonce, Vietnamese text in UTF-8, tag.
        var box = new byte[12 + characters * 4 / 3 + 16];
        random.nextBytes(commitment);
        random.nextBytes(box);
        var base64 = Base64.getEncoder();
        return new Sealed(
                id(),
                subject.value(),
                field,
                base64.encodeToString(box),
                base64.encodeToString(commitment));
    }

    /// Sends the list on to the next body of its path; from the last it goes to be decided.
    private void submitList(Case one, List<Nominee> nominees, int step) {
        var path = one.round.path();
        if (step == path.size()) {
            in(10 + random.nextInt(40), () -> decide(one, nominees));
            return;
        }
        var sent = step == 0 ? withdrawSome(one, nominees) : nominees;
        UnitId to = step + 1 < path.size() ? path.get(step + 1) : one.round.authority();
        submit(
                new SubmitNominationList(
                        origin(clerk(), paper(path.get(step), "TTr-UBND", one.lag), one.lag),
                        new ListId(id()),
                        path.get(step),
                        to,
                        sent.stream().map(Nominee::nomination).toList()));
        in(5 + random.nextInt(10), () -> submitList(one, sent, step + 1));
    }

    /// One nomination of fifty is given up before it is sent, never the only one of a list.
    private List<Nominee> withdrawSome(Case one, List<Nominee> nominees) {
        var left = new ArrayList<Nominee>(nominees);
        if (left.size() > 1 && random.nextInt(50) < nominees.size()) {
            var gone = left.remove(random.nextInt(left.size()));
            submit(
                    new WithdrawNomination(
                            origin(clerk(), none(), one.lag),
                            gone.nomination,
                            "không đủ điều kiện"));
            forget(gone);
        }
        return left;
    }

    private void decide(Case one, List<Nominee> nominees) {
        var lines = new ArrayList<RecordDecision.Line>();
        for (var nominee : nominees) {
            lines.add(
                    new RecordDecision.Line(
                            new AwardId(id()),
                            ConferralMode.TANG,
                            Honours.proposer(one.round),
                            nominee.nomination,
                            nominee.line));
        }
        submit(
                new RecordDecision(
                        origin(
                                "lanh-dao-" + random.nextInt(9),
                                paper(one.round.authority(), "QĐ-UBND", one.lag),
                                one.lag),
                        new DecisionId(id()),
                        one.round.authority(),
                        lines));
        nominees.forEach(this::forget);
        in(7 + random.nextInt(20), () -> lines.forEach(line -> issue(one, line)));
    }

    private void forget(Nominee nominee) {
        decided.forget(nominee.nomination.tag());
        if (nominee.passing) {
            decided.forget(nominee.line.recipient().tag());
        }
    }

    private void issue(Case one, RecordDecision.Line line) {
        AwardId award = line.award();
        var code = line.line().award();
        var items = new ArrayList<Item>();
        for (var kind : one.round.award().artifacts()) {
            var item = new Item(new ArtifactId(id()), kind, line);
            submit(
                    new IssueArtifact(
                            origin(clerk(), none(), one.lag),
                            award,
                            code,
                            item.artifact,
                            kind,
                            serial()));
            items.add(item);
        }
        int fate = random.nextInt(1_000);
        int years = 30 + random.nextInt(1_500);
        if (!items.isEmpty() && fate < LOST) {
            in(years, () -> loseAndReplace(one, items.getFirst()));
        } else if (!items.isEmpty() && fate < LOST + EXCHANGED) {
            in(years, () -> handInAndReplace(one, items.getFirst()));
        } else if (fate < LOST + EXCHANGED + ANNULLED) {
            in(years, () -> annul(one, line, items));
        } else {
            decided.forget(award.tag());
        }
    }

    private record Item(ArtifactId artifact, ArtifactKind kind, RecordDecision.Line line) {}

    private void loseAndReplace(Case one, Item item) {
        submit(
                new ReportArtifactLost(
                        origin(clerk(), none(), one.lag),
                        item.line.award(),
                        item.line.line().award(),
                        item.artifact,
                        sealed(item.line.line().recipient(), "circumstances", 60)));
        in(1 + random.nextInt(30), () -> replace(one, item, ReissueKind.REISSUE));
    }

    private void handInAndReplace(Case one, Item item) {
        submit(
                new HandInArtifact(
                        origin(clerk(), none(), one.lag),
                        item.line.award(),
                        item.line.line().award(),
                        item.artifact,
                        honours.office(),
                        "BN-" + random.nextInt(10_000)));
        in(1 + random.nextInt(10), () -> replace(one, item, ReissueKind.EXCHANGE));
    }

    private void replace(Case one, Item item, ReissueKind kind) {
        var line = item.line.line();
        var reissue = new CaseId(id());
        submit(
                new RequestReissue(
                        origin(clerk(), none(), one.lag),
                        reissue,
                        honours.office(),
                        new Subject(
                                kind,
                                null,
                                item.line.award(),
                                line.award(),
                                line.commendationType(),
                                line.recipient(),
                                line.recipientKind(),
                                item.kind,
                                item.artifact,
                                line.recipientUnit())));
        in(10 + random.nextInt(30), () -> confirm(one, item, reissue));
    }

    private void confirm(Case one, Item item, CaseId reissue) {
        var award = item.line.award();
        var code = item.line.line().award();
        submit(
                new ConfirmEntitlement(
                        origin(clerk(), none(), one.lag),
                        reissue,
                        award,
                        code,
                        "Trung tâm Lưu trữ lịch sử",
                        random.nextInt(1_000) + "/TTLT",
                        today.minusDays(one.lag),
                        EvidenceGrade.A));
        in(5, () -> approve(one, item, reissue));
    }

    private void approve(Case one, Item item, CaseId reissue) {
        var award = item.line.award();
        var code = item.line.line().award();
        var by = "lanh-dao-" + random.nextInt(9);
        submit(
                new ApproveReissue(
                        origin(by, paper(one.round.authority(), "QĐ-UBND", one.lag), one.lag),
                        reissue,
                        award,
                        code,
                        one.round.authority()));
        in(
                20,
                () -> {
                    submit(
                            new ReissueArtifact(
                                    origin(clerk(), none(), one.lag),
                                    reissue,
                                    award,
                                    code,
                                    new ArtifactId(id()),
                                    serial(),
                                    null));
                    decided.forget(reissue.tag());
                    decided.forget(award.tag());
                });
    }

    private void annul(Case one, RecordDecision.Line line, List<Item> items) {
        var by = "lanh-dao-" + random.nextInt(9);
        submit(
                new AnnulAward(
                        origin(by, paper(one.round.authority(), "QĐ-UBND", one.lag), one.lag),
                        line.award(),
                        line.line().award(),
                        AnnulmentGround.GIAN_DOI_KE_KHAI,
                        one.round.authority()));
        in(
                30,
                () ->
                        items.forEach(item ->
                                submit(
                                        new WithdrawArtifact(
                                                origin(clerk(), none(), one.lag),
                                                line.award(),
                                                line.line().award(),
                                                item.artifact,
                                                "thu hồi sau hủy bỏ"))));
    }

    private void submit(Command command) {
        sink.accept(command.origin().at(), command, decided.decide(command));
    }

    /// @param lag days by which the act precedes its entry, which is today
    private Origin origin(String user, Document document, int lag) {
        return new Origin(
                Request.of(id(), "benchmark"),
                new Actor(user, "CLERK", null),
                null,
                today.atTime(LocalTime.NOON).atZone(Origin.VIETNAM).toInstant(),
                document,
                today.minusDays(lag),
                null);
    }

    private String clerk() {
        return "van-thu-" + random.nextInt(40);
    }

    private static Document none() {
        return new Document.None("nhập từ hồ sơ");
    }

    /// A paper of its own number: none is used twice.
    private Document paper(UnitId authority, String symbol, int lag) {
        int number = papers.merge(authority, 1, Integer::sum);
        return new Document.Paper(
                new DocumentNumber(number + "/" + symbol),
                today.minusDays(lag),
                honours.nameOf(authority),
                "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH",
                null);
    }

    private @Nullable SerialNumber serial() {
        return random.nextInt(3) == 0 ? null : new SerialNumber("SV-" + random.nextInt(10_000_000));
    }

    private UUID id() {
        return new UUID(
                (random.nextLong() & ~0xF000L) | 0x4000L,
                (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }
}

package vn.sovang.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.imports.Rows.Honour;
import vn.sovang.api.imports.Rows.Party;
import vn.sovang.api.imports.Rows.SurveyRow;
import vn.sovang.api.text.Days;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Provenance;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.imports.RecordImport.Entry;
import vn.sovang.privacy.Sealing;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// Rows become entries in an order in which nothing comes before what it names: units, recipients,
/// nominations, lists, decisions, re-issue cases, surveys. Owned by one reading.
final class Assembly {
    /// Recipients whose keys are asked for in one go.
    private static final int SEALED_AT_ONCE = 1_000;

    private final Supplier<UUID> ids;
    private final UnitDirectory directory;
    private final KnownAwards ledger;
    private final Rows rows;
    private final Recipients recipients;
    private final Map<String, UnitId> newUnits = new HashMap<>();
    private final List<Made> unitEvents = new ArrayList<>();
    private final List<Made> events = new ArrayList<>();
    private final Map<DecisionKey, List<Made>> awards = new HashMap<>();
    private final Set<Honoured> honoured = new HashSet<>();
    private final List<Later> later = new ArrayList<>();
    private final List<Opened> opened = new ArrayList<>();

    /// An event of a row.
    private record Made(LedgerEvent event, Circumstance where) {}

    private record Honoured(AwardCode award, RecipientId recipient) {}

    /// An event that holds sealed fields of its own.
    private record Later(
            Class<? extends LedgerEvent> type,
            Function<Sealing, LedgerEvent> event,
            Circumstance where) {}

    /// A campaign that the file opens.
    private record Opened(DocumentNumber letter, KnownAwards.Campaign campaign) {}

    Assembly(Supplier<UUID> ids, UnitDirectory directory, KnownAwards ledger, Rows rows) {
        this.ids = ids;
        this.ledger = ledger;
        this.directory = directory;
        this.rows = rows;
        this.recipients = new Recipients(ids);
    }

    /// Puts all rows together; what does not fit is noted at its row.
    void assemble() {
        var nominations = new NominationPart(this);
        nominations.take(rows.lists);
        new DecisionPart(this, nominations).take(rows.decisions, rows.lines);
        new ReissuePart(this).take(rows.reissues);
        rows.surveys.forEach(this::survey);
        var sheets = new SheetPart(this, ledger);
        rows.sheets.forEach(sheets::take);
    }

    /// Hands over all entries, one by one. Seals every identity: asked for only if nothing is
    /// wrong; asked again it seals anew.
    void hand(Sealing sealing, Consumer<Entry> taker) {
        unitEvents.forEach(made -> taker.accept(entry(made.event(), made.where())));
        var all = recipients.inOrder();
        for (int at = 0; at < all.size(); at += SEALED_AT_ONCE) {
            var some = all.subList(at, Math.min(at + SEALED_AT_ONCE, all.size()));
            sealing.expect(some.stream().map(known -> known.id.value()).toList());
            some.forEach(known -> taker.accept(entry(known.sealed(sealing), known.first)));
        }
        events.forEach(made -> taker.accept(entry(made.event(), made.where())));
        later.forEach(l -> taker.accept(entry(l.event().apply(sealing), l.where())));
    }

    /// How many entries of each kind there are, in their order.
    Map<Class<? extends LedgerEvent>, Integer> counts() {
        var counts = new LinkedHashMap<Class<? extends LedgerEvent>, Integer>();
        unitEvents.forEach(made -> counts.merge(made.event().getClass(), 1, Integer::sum));
        if (recipients() > 0) {
            counts.put(RecipientRegistered.class, recipients());
        }
        events.forEach(made -> counts.merge(made.event().getClass(), 1, Integer::sum));
        later.forEach(l -> counts.merge(l.type(), 1, Integer::sum));
        return counts;
    }

    /// Entries with a reason to keep them although they break a rule.
    int asFound() {
        return (int)
                Stream.of(
                                unitEvents.stream().map(Made::where),
                                recipients.inOrder().stream().map(known -> known.first),
                                events.stream().map(Made::where),
                                later.stream().map(Later::where))
                        .flatMap(where -> where)
                        .filter(where -> where.asFound() != null)
                        .count();
    }

    /// Whether every row of the sheets could be read; where not, what is missed there may be there.
    boolean isWhole(SheetKind... kinds) {
        return List.of(kinds).stream().noneMatch(rows.unread::contains);
    }

    int newUnits() {
        return newUnits.size();
    }

    int recipients() {
        return recipients.inOrder().size();
    }

    Recipients known() {
        return recipients;
    }

    UUID id() {
        return ids.get();
    }

    void add(LedgerEvent event, Circumstance circumstance) {
        var made = new Made(event, circumstance);
        events.add(made);
        if (event instanceof AwardDecided a) {
            awards.computeIfAbsent(a.key(), _ -> new ArrayList<>()).add(made);
            honoured.add(new Honoured(a.line().award(), a.line().recipient()));
        }
    }

    /// Adds what is sealed when everything is.
    void addSealed(
            Class<? extends LedgerEvent> type,
            Function<Sealing, LedgerEvent> event,
            Circumstance circumstance) {
        later.add(new Later(type, event, circumstance));
    }

    /// Campaigns that the file opens by this letter.
    List<KnownAwards.Campaign> campaigns(DocumentNumber letter) {
        return opened.stream()
                .filter(o -> o.letter().folded().equals(letter.folded()))
                .map(Opened::campaign)
                .toList();
    }

    /// Lines of the file's own decisions, as the ledger would tell them.
    List<KnownAwards.Line> lines(DecisionKey key, Party party, KnownAwards names) {
        var lines = new ArrayList<KnownAwards.Line>();
        for (var made : awards.getOrDefault(key, List.of())) {
            if (made.event() instanceof AwardDecided a) {
                lines.add(line(a, made.where().day(), party, names));
            }
        }
        return lines;
    }

    /// Whether a decision of the file gives the award to somebody.
    boolean confers(AwardCode award, Recipients.Known recipient) {
        return honoured.contains(new Honoured(award, recipient.id));
    }

    private KnownAwards.Line line(AwardDecided a, LocalDate day, Party party, KnownAwards names) {
        var recipient = recipients.of(a.line().recipient());
        boolean same =
                names.sameName(recipient.name, party.name()) && recipient.couldBe(party.birth());
        return new KnownAwards.Line(
                a.award(),
                day,
                a.lineNumber(),
                a.line().award(),
                a.mode(),
                recipient.id,
                same ? KnownAwards.Likeness.SAME : KnownAwards.Likeness.OTHER);
    }

    private Entry entry(LedgerEvent event, Circumstance circumstance) {
        var source = circumstance.source();
        var place = Texts.stored("stored.place", source.sheet(), Integer.toString(source.row()));
        var remark = circumstance.remark();
        return new Entry(
                event,
                circumstance.day(),
                circumstance.document(),
                new Provenance(
                        rows.source,
                        rows.confidence,
                        remark == null ? place : place + "; " + remark),
                circumstance.asFound(),
                source);
    }

    static Document.Paper paper(
            DocumentNumber number, LocalDate day, String authority, @Nullable String signer) {
        return new Document.Paper(number, day, authority, signer, null);
    }

    /// The unit of this name on the row's day; a name the ledger does not have becomes a unit that
    /// somebody will have to match (*chưa đối chiếu*, R9).
    Optional<UnitId> unit(@Nullable String name, Fields at, Heading heading, Circumstance where) {
        if (name == null) {
            return Optional.empty();
        }
        return switch (directory.find(name, where.day())) {
            case UnitDirectory.Found.One one -> Optional.of(one.unit().registered().unit());
            case UnitDirectory.Found.Several several -> {
                at.error(
                        heading,
                        name,
                        ProblemCode.UNIT_AMBIGUOUS,
                        Integer.toString(several.units()),
                        Days.shown(where.day()));
                yield Optional.empty();
            }
            case UnitDirectory.Found.Nothing _ -> Optional.of(newUnit(name, at, heading, where));
        };
    }

    private UnitId newUnit(String name, Fields at, Heading heading, Circumstance where) {
        var key = UnitDirectory.key(name);
        var known = newUnits.get(key);
        if (known != null) {
            return known;
        }
        var unit = new UnitId(id());
        newUnits.put(key, unit);
        var registered =
                new UnitRegistered(unit, name, name, UnitLevel.CO_SO, null, null, null, false);
        unitEvents.add(new Made(registered, where));
        at.noticeHere(heading, name, ProblemCode.UNIT_NEW);
        return unit;
    }

    /// The award line of a row.
    AwardLine line(Recipients.Known recipient, Honour honour, Fields at, Circumstance where) {
        var unit = unit(honour.recipientUnit(), at, Heading.WORK_UNIT, where);
        return new AwardLine(
                honour.award(),
                honour.rank(),
                recipient.id,
                recipient.kind,
                honour.type(),
                unit.orElse(null));
    }

    /// Whether a row that names a nomination speaks of the nomination's recipient: by key, or where
    /// the row has none, by name.
    boolean isRecipientOf(
            NominationPart.Filed nomination, Party party, Fields at, Circumstance where) {
        var nominee = recipients.of(nomination.line.recipient());
        if (party.key() == null) {
            return recipients.confirm(nominee, party, at);
        }
        var named = recipients.meet(party, at, where);
        return named != null && named.id.equals(nominee.id);
    }

    private void survey(SurveyRow row) {
        var where =
                new Circumstance(
                        row.day(),
                        paper(row.letter(), row.day(), row.unit(), null),
                        row.asFound(),
                        row.at().at(Heading.AWARD),
                        null);
        unit(row.unit(), row.at(), Heading.UNIT, where)
                .ifPresent(unit -> {
                    var id = new CampaignId(id());
                    add(new SurveyCampaignOpened(id, unit, row.award(), row.subject()), where);
                    var campaign = new KnownAwards.Campaign(id, unit, row.award(), false);
                    opened.add(new Opened(row.letter(), campaign));
                });
    }
}

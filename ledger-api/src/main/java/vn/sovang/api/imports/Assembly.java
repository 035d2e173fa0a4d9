package vn.sovang.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.imports.Rows.Honour;
import vn.sovang.api.imports.Rows.Party;
import vn.sovang.api.imports.Rows.SurveyRow;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Provenance;
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
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// Rows become entries in an order in which nothing comes before what it names: units, recipients,
/// nominations, lists, decisions, re-issue cases, surveys. Owned by one reading.
final class Assembly {
    private final Supplier<UUID> ids;
    private final UnitDirectory directory;
    private final KnownAwards ledger;
    private final Rows rows;
    private final Recipients recipients;
    private final Map<String, UnitId> newUnits = new HashMap<>();
    private final List<Entry> unitEntries = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Later> later = new ArrayList<>();
    private final List<Opened> opened = new ArrayList<>();

    /// An event that holds sealed fields of its own.
    private record Later(Function<Sealing, LedgerEvent> event, Circumstance where) {}

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

    /// All entries. Seals every identity: asked for once, and only if nothing is wrong.
    List<Entry> entries(Sealing sealing) {
        var all = new ArrayList<>(unitEntries);
        for (var recipient : recipients.inOrder()) {
            all.add(entry(recipient.sealed(sealing), recipient.first));
        }
        all.addAll(entries);
        later.forEach(l -> all.add(entry(l.event().apply(sealing), l.where())));
        return List.copyOf(all);
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
        entries.add(entry(event, circumstance));
    }

    /// Adds what is sealed when everything is.
    void addSealed(Function<Sealing, LedgerEvent> event, Circumstance circumstance) {
        later.add(new Later(event, circumstance));
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
        for (var entry : entries) {
            if (entry.event() instanceof AwardDecided a && a.key().equals(key)) {
                lines.add(line(a, entry.effectiveOn(), party, names));
            }
        }
        return lines;
    }

    /// Whether a decision of the file gives the award to somebody.
    boolean confers(AwardCode award, Recipients.Known recipient) {
        return entries.stream()
                .anyMatch(e ->
                        e.event() instanceof AwardDecided a
                                && a.line().award().equals(award)
                                && a.line().recipient().equals(recipient.id));
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
                        Days.written(where.day()));
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
        unitEntries.add(entry(registered, where));
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

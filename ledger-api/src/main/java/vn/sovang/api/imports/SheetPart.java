package vn.sovang.api.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.imports.KnownAwards.Campaign;
import vn.sovang.api.imports.KnownAwards.Likeness;
import vn.sovang.api.imports.KnownAwards.Line;
import vn.sovang.api.imports.Rows.SheetRow;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.RecipientEvent.ContactRecorded;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.privacy.Sealing;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.ContactRole;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.Keeper;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SubjectId;
import vn.sovang.vocabulary.UnitId;

/// Survey sheets, one row an item (*phiếu khảo sát*).
///
/// What is sealed cannot be unsaid, so nothing is concluded: a row is taken to speak of an award
/// line only if authority, number and day lead to exactly one line whose recipient is spelled so;
/// that no decision was found must stand in the row itself, and is not believed if the ledger, or
/// the file, has somebody of the name, unless the row says that it is another person.
final class SheetPart {
    private final Assembly assembly;
    private final KnownAwards known;
    private final Map<Relative, UUID> relatives = new HashMap<>();

    /// Whose item a row is about.
    ///
    /// @param award absent where no decision was found
    private record Owner(RecipientId recipient, @Nullable AwardId award) {}

    private record Item(@Nullable ArtifactId id, @Nullable ItemOrigin origin) {}

    private record Relative(RecipientId of, KeeperRelation relation, String name) {}

    SheetPart(Assembly assembly, KnownAwards known) {
        this.assembly = assembly;
        this.known = known;
    }

    void take(SheetRow row) {
        var where =
                new Circumstance(
                        row.day(),
                        new Document.None(
                                Texts.stored("stored.surveySheet", row.letter().asWritten())),
                        row.asFound(),
                        row.at().at(Heading.ARTIFACT),
                        null);
        var unit = assembly.unit(row.unit(), row.at(), Heading.UNIT, where).orElse(null);
        var campaign = unit == null ? null : campaign(row, unit);
        if (unit == null || campaign == null) {
            return;
        }
        var ward = assembly.unit(row.ward(), row.at(), Heading.WARD, where).orElse(null);
        var owner = row.noDecision() ? unfound(row, campaign, where) : found(row, campaign, where);
        var item = owner == null ? null : item(row, owner);
        if (owner != null && item != null) {
            tellOfKeeper(row, owner, where);
            assembly.addSealed(
                    ItemSurveyed.class,
                    sealing -> surveyed(row, campaign, ward, owner, item, sealing),
                    where);
        }
    }

    private @Nullable Campaign campaign(SheetRow row, UnitId unit) {
        var all =
                Stream.concat(
                                assembly.campaigns(row.letter()).stream(),
                                known.campaigns(row.letter()).stream())
                        .filter(c -> c.unit().equals(unit))
                        .toList();
        var open = all.stream().filter(c -> !c.closed()).toList();
        if (open.size() == 1) {
            return open.getFirst();
        }
        if (all.isEmpty() && !assembly.isWhole(SheetKind.SURVEYS)) {
            return null;
        }
        var code =
                all.isEmpty()
                        ? ProblemCode.CAMPAIGN_UNKNOWN
                        : open.isEmpty()
                                ? ProblemCode.CAMPAIGN_CLOSED
                                : ProblemCode.CAMPAIGN_AMBIGUOUS;
        row.at().error(Heading.LETTER_NUMBER, row.letter().asWritten(), code);
        return null;
    }

    /// The one line that the row can mean; null, with the reason noted, where there is none or more
    /// than one.
    private @Nullable Owner found(SheetRow row, Campaign campaign, Circumstance where) {
        var paper = row.decision();
        if (paper == null) {
            return null;
        }
        var authority =
                assembly.unit(
                        paper.authority(),
                        row.at(),
                        Heading.AUTHORITY,
                        new Circumstance(
                                paper.day(), where.document(), null, where.source(), null));
        if (authority.isEmpty()) {
            return null;
        }
        var key = DecisionKey.of(authority.get(), paper.day().getYear(), paper.number());
        var party = row.party();
        var lines =
                Stream.concat(
                                known.lines(key, party.name(), party.birth()).stream(),
                                assembly.lines(key, party, known).stream())
                        .filter(l -> l.decidedOn().equals(paper.day()))
                        .filter(l -> l.code().equals(campaign.award()))
                        .toList();
        var same = lines.stream().filter(l -> l.likeness() == Likeness.SAME).toList();
        if (same.size() != 1) {
            if (!same.isEmpty() || assembly.isWhole(SheetKind.DECISIONS, SheetKind.LINES)) {
                notOne(row, lines, same);
            }
            return null;
        }
        var line = same.getFirst();
        if (paper.mode() != null && paper.mode() != line.mode()) {
            row.at()
                    .error(
                            Heading.MODE,
                            Lexicon.spelling(paper.mode()),
                            ProblemCode.MODE_DIFFERS,
                            Lexicon.spelling(line.mode()));
            return null;
        }
        return new Owner(line.recipient(), line.award());
    }

    private static void notOne(SheetRow row, List<Line> lines, List<Line> same) {
        var at = row.at();
        if (lines.isEmpty()) {
            var number = Objects.requireNonNull(row.decision()).number();
            at.error(Heading.DECISION_NUMBER, number.asWritten(), ProblemCode.AWARD_NOT_FOUND);
            return;
        }
        if (same.isEmpty()) {
            var near = numbers(lines, Likeness.NEARLY);
            at.error(
                    Heading.NAME,
                    row.party().name(),
                    near.isEmpty() ? ProblemCode.NAME_NOT_ON_DECISION : ProblemCode.NAME_NEARLY,
                    near);
            return;
        }
        at.error(
                Heading.NAME,
                row.party().name(),
                ProblemCode.NAME_TWICE_ON_DECISION,
                numbers(same, Likeness.SAME));
    }

    private static String numbers(List<Line> lines, Likeness likeness) {
        return lines.stream()
                .filter(l -> l.likeness() == likeness)
                .map(l -> Integer.toString(l.number()))
                .collect(Collectors.joining(", "));
    }

    /// Somebody for whom the office found no decision. Rows about one such person bear one key.
    private @Nullable Owner unfound(SheetRow row, Campaign campaign, Circumstance where) {
        var at = row.at();
        var party = row.party();
        if (party.key() == null) {
            at.error(Heading.RECIPIENT_KEY, null, ProblemCode.VALUE_MISSING);
            return null;
        }
        if (!row.anotherPerson() && !assembly.known().has(party.key())) {
            var namesakes = known.namesakes(party.name(), party.birth(), campaign.award());
            boolean inFile = assembly.known().names(party, known);
            if (!namesakes.isEmpty() || inFile) {
                var decisions = new ArrayList<String>();
                namesakes.forEach(n -> decisions.addAll(n.decisions()));
                at.error(
                        Heading.NAME,
                        party.name(),
                        ProblemCode.PERSON_KNOWN,
                        decisions.isEmpty() ? "—" : String.join(", ", decisions));
                return null;
            }
        }
        var recipient = assembly.known().meet(party, at, where);
        if (recipient != null && assembly.confers(campaign.award(), recipient)) {
            at.error(Heading.NO_DECISION, null, ProblemCode.PERSON_KNOWN, "—");
            return null;
        }
        return recipient == null ? null : new Owner(recipient.id, null);
    }

    /// The item: the one that the ledger has, or one that enters with this row.
    private @Nullable Item item(SheetRow row, Owner owner) {
        if (row.seen().condition() == ArtifactCondition.CHUA_NHAN) {
            return new Item(null, null);
        }
        var award = owner.award();
        var items = award == null ? List.<ArtifactId>of() : known.items(award, row.seen().kind());
        if (items.size() > 1) {
            row.at()
                    .error(
                            Heading.ARTIFACT,
                            Lexicon.spelling(row.seen().kind()),
                            ProblemCode.ITEM_AMBIGUOUS,
                            Integer.toString(items.size()));
            return null;
        }
        if (!items.isEmpty()) {
            return new Item(items.getFirst(), ItemOrigin.CAP_PHAT);
        }
        return row.seen().condition().present()
                ? new Item(new ArtifactId(assembly.id()), ItemOrigin.KHAO_SAT)
                : new Item(null, null);
    }

    /// A relative is a subject of their own, whose data go when their own time of keeping ends
    /// (R11).
    private void tellOfKeeper(SheetRow row, Owner owner, Circumstance where) {
        var kept = row.kept();
        var role = role(kept.relation());
        var name = kept.name();
        var until = kept.until();
        if (role == null || name == null || until == null) {
            return;
        }
        var relative = new Relative(owner.recipient(), kept.relation(), name);
        if (relatives.containsKey(relative)) {
            return;
        }
        var subject = assembly.id();
        relatives.put(relative, subject);
        assembly.addSealed(
                ContactRecorded.class,
                sealing ->
                        new ContactRecorded(
                                owner.recipient(),
                                new SubjectId(subject),
                                role,
                                sealing.seal(subject, "name", name),
                                seal(sealing, subject, "address", kept.address()),
                                null,
                                null,
                                until),
                where);
    }

    /// Of the mother herself and of a museum nothing is kept apart.
    static @Nullable ContactRole role(KeeperRelation relation) {
        return switch (relation) {
            case SPOUSE -> ContactRole.SPOUSE;
            case CHILD -> ContactRole.CHILD;
            case RELATIVE -> ContactRole.RELATIVE;
            case WORSHIPPER -> ContactRole.WORSHIP_KEEPER;
            case KHONG_RO -> ContactRole.REPRESENTATIVE;
            case SELF, MUSEUM -> null;
        };
    }

    private LedgerEvent surveyed(
            SheetRow row,
            Campaign campaign,
            @Nullable UnitId ward,
            Owner owner,
            Item item,
            Sealing sealing) {
        var seen = row.seen();
        var own = owner.recipient().value();
        return new ItemSurveyed(
                campaign.id(),
                campaign.unit(),
                ward,
                campaign.award(),
                owner.award(),
                owner.recipient(),
                seen.kind(),
                item.id(),
                item.origin(),
                seen.condition(),
                keeper(row, owner, sealing),
                seen.life(),
                seal(sealing, own, "diedOn", seen.died()),
                seen.proposed(),
                seal(sealing, own, "surveyedBy", seen.surveyor()),
                null);
    }

    private @Nullable Keeper keeper(SheetRow row, Owner owner, Sealing sealing) {
        var kept = row.kept();
        if (kept.name() == null && kept.relation() == KeeperRelation.KHONG_RO) {
            return null;
        }
        var name = kept.name();
        var relative =
                name == null
                        ? null
                        : relatives.get(new Relative(owner.recipient(), kept.relation(), name));
        var subject = relative == null ? owner.recipient().value() : relative;
        return new Keeper(
                kept.relation(),
                seal(sealing, subject, "keeper", name),
                seal(sealing, subject, "keeperAddress", kept.address()));
    }

    private static @Nullable Sealed seal(
            Sealing sealing, UUID subject, String field, @Nullable String text) {
        return text == null ? null : sealing.seal(subject, field, text);
    }
}

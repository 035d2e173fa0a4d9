package vn.sovang.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.api.imports.KnownAwards;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.RecipientEvent.RecipientCorrected;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.Recorded;
import vn.sovang.event.SurveyEvent.SurveyCampaignClosed;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.privacy.BlindIndex;
import vn.sovang.rule.AwardStanding;
import vn.sovang.rule.Items;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.Sealed;

/// What the ledger has at the moment, for one file. Names are compared by tokens, so nobody reads
/// one; whoever was erased is like nobody.
final class LedgerAwards implements KnownAwards {
    private final Ledger ledger;
    private final BlindIndex index;
    private final Map<DecisionKey, Decisions> decisions = new HashMap<>();
    private @Nullable Names everybody;

    /// Lines of the decisions that bear one number, and whom they name.
    private record Decisions(List<Recorded> lines, Names names) {}

    /// The name and birth of a recipient as they are now.
    private record Person(RecipientKind kind, Sealed name, @Nullable Sealed birth) {
        Person corrected(RecipientCorrected c) {
            return new Person(
                    kind,
                    c.name() == null ? name : c.name(),
                    c.birth() == null ? birth : c.birth());
        }
    }

    /// Tokens of people's names and years.
    private static final class Names {
        private final BlindIndex index;
        private final Map<RecipientId, Person> people;
        private final Map<UUID, BlindIndex.Tokens> names;
        private final Map<UUID, String> years;

        Names(BlindIndex index, Map<RecipientId, Person> people) {
            this.index = index;
            this.people = people;
            this.names = index.of(people.values().stream().map(Person::name).toList());
            this.years =
                    index.years(
                            people.values().stream()
                                    .flatMap(p -> Stream.ofNullable(p.birth()))
                                    .toList());
        }

        Likeness likeness(RecipientId recipient, String name, @Nullable String birth) {
            var person = people.get(recipient);
            var theirs = person == null ? null : names.get(person.name().sealId());
            var asked = index.tokens(name);
            if (person == null || theirs == null || !theirs.letters().equals(asked.letters())) {
                return Likeness.OTHER;
            }
            return theirs.spelled().equals(asked.spelled()) && sameYear(person.birth(), birth)
                    ? Likeness.SAME
                    : Likeness.NEARLY;
        }

        /// Individuals whose name is that, but for accents, and whose year says nothing else.
        List<RecipientId> alike(String name, @Nullable String birth) {
            var asked = index.tokens(name).letters();
            return people.entrySet().stream()
                    .filter(e -> e.getValue().kind() == RecipientKind.INDIVIDUAL)
                    .filter(e -> {
                        var theirs = names.get(e.getValue().name().sealId());
                        return theirs != null && theirs.letters().equals(asked);
                    })
                    .filter(e -> sameYear(e.getValue().birth(), birth))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /// Whether no year says otherwise.
        private boolean sameYear(@Nullable Sealed birth, @Nullable String asked) {
            var theirs = birth == null ? null : years.get(birth.sealId());
            var ours = asked == null ? null : index.year(asked).orElse(null);
            return theirs == null || ours == null || theirs.equals(ours);
        }
    }

    LedgerAwards(Ledger ledger) {
        this.ledger = ledger;
        this.index = ledger.identities().blindIndex();
    }

    /// All events of either type.
    private static TagQuery all(
            Class<? extends LedgerEvent> one, Class<? extends LedgerEvent> other) {
        return new TagQuery(
                Set.of(), Set.of(EventCatalogue.nameOf(one), EventCatalogue.nameOf(other)));
    }

    @Override
    public List<Campaign> campaigns(DocumentNumber letter) {
        var open = new LinkedHashMap<CampaignId, Campaign>();
        for (var one :
                ledger.read(Set.of(all(SurveyCampaignOpened.class, SurveyCampaignClosed.class)))) {
            switch (one.fact().event()) {
                case SurveyCampaignOpened o -> {
                    if (one.fact().document() instanceof Document.Paper paper
                            && paper.number().folded().equals(letter.folded())) {
                        open.put(
                                o.campaign(),
                                new Campaign(o.campaign(), o.unit(), o.award(), false));
                    }
                }
                case SurveyCampaignClosed c ->
                        open.computeIfPresent(
                                c.campaign(),
                                (id, was) -> new Campaign(id, was.unit(), was.award(), true));
                default -> {}
            }
        }
        return List.copyOf(open.values());
    }

    @Override
    public List<Line> lines(DecisionKey key, String name, @Nullable String birth) {
        var papers = decisions.computeIfAbsent(key, this::decisions);
        var lines = new ArrayList<Line>();
        for (var one : papers.lines()) {
            var decided = (AwardDecided) one.fact().event();
            var likeness = papers.names().likeness(decided.line().recipient(), name, birth);
            // How a line stands is asked only where it could be the one.
            var now = likeness == Likeness.OTHER ? decided : standing(decided);
            if (now != null) {
                lines.add(
                        new Line(
                                now.award(),
                                one.fact().effectiveOn(),
                                now.lineNumber(),
                                now.line().award(),
                                now.mode(),
                                now.line().recipient(),
                                likeness));
            }
        }
        return lines;
    }

    private Decisions decisions(DecisionKey key) {
        var lines = ledger.read(Set.of(TagQuery.of(key.tag(), AwardDecided.class)));
        var recipients =
                lines.stream()
                        .map(r -> ((AwardDecided) r.fact().event()).line().recipient())
                        .map(r ->
                                TagQuery.of(
                                        r.tag(),
                                        RecipientRegistered.class,
                                        RecipientCorrected.class))
                        .collect(Collectors.toSet());
        var people =
                recipients.isEmpty()
                        ? Map.<RecipientId, Person>of()
                        : fold(ledger.read(recipients));
        return new Decisions(lines, new Names(index, people));
    }

    /// The line as it is now; null if it was struck.
    private @Nullable AwardDecided standing(AwardDecided decided) {
        var standing = AwardStanding.UNKNOWN;
        for (var one : ledger.read(Set.of(AwardStanding.of(decided.award())))) {
            standing = standing.evolve(one.fact());
        }
        return standing.decided();
    }

    private static Map<RecipientId, Person> fold(List<Recorded> story) {
        var people = new LinkedHashMap<RecipientId, Person>();
        for (var one : story) {
            switch (one.fact().event()) {
                case RecipientRegistered r ->
                        people.put(r.recipient(), new Person(r.kind(), r.name(), r.birth()));
                case RecipientCorrected c ->
                        people.computeIfPresent(c.recipient(), (_, was) -> was.corrected(c));
                default -> {}
            }
        }
        return people;
    }

    @Override
    public List<ArtifactId> items(AwardId award, ArtifactKind kind) {
        var items = Items.NONE;
        for (var one : ledger.read(Set.of(Items.of(award)))) {
            items = items.evolve(one.fact());
        }
        return items.byId().entrySet().stream()
                .filter(e -> e.getValue().active() && e.getValue().kind() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Reads everybody, once, and only for a file in which somebody has no decision.
    @Override
    public List<Namesake> namesakes(String name, @Nullable String birth, AwardCode award) {
        var known = everybody;
        if (known == null) {
            var registered = all(RecipientRegistered.class, RecipientCorrected.class);
            known = new Names(index, fold(ledger.read(Set.of(registered))));
            everybody = known;
        }
        return known.alike(name, birth).stream()
                .map(id -> new Namesake(id, decisionsOf(id, award)))
                .toList();
    }

    private List<String> decisionsOf(RecipientId recipient, AwardCode award) {
        return ledger.read(Set.of(TagQuery.of(recipient.tag(), AwardDecided.class))).stream()
                .map(r -> (AwardDecided) r.fact().event())
                .filter(a -> a.line().award().equals(award))
                .map(a -> a.key().number())
                .toList();
    }

    @Override
    public boolean sameName(String one, String other) {
        return index.tokens(one).spelled().equals(index.tokens(other).spelled());
    }
}

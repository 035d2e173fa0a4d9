package vn.sovang.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.LedgerOpened;
import vn.sovang.event.UnitEvent;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;

/// The leaves that belong to a subject, and the claims that say so.
///
/// The story of the subject first; then, until nothing new is named, what is needed to read it: the
/// units with their lineage, the award types, the decisions, the recipients' registrations, the
/// imports, the opening of the ledger. The rules are part of the bundle's format: who has the whole
/// log applies them again and gets the same leaves.
///
/// @param leaves in position order
/// @param claims in a fixed order
record Selection(List<Leaf> leaves, List<Claim> claims) {
    private static final List<String> OF_AN_AWARD = List.of("nomination:", "case:", "artifact:");
    private static final List<String> OF_A_RECIPIENT =
            List.of("award:", "nomination:", "case:", "artifact:");

    Selection {
        leaves = List.copyOf(leaves);
        claims = List.copyOf(claims);
    }

    static Selection of(EvidenceSubject subject, LeafSource source) {
        var found = new TreeMap<Long, Leaf>();
        var claims = new HashSet<Claim>();
        var known = new KnownImports();
        var next = Set.of(Claim.of(LedgerOpened.TAG, "ledger"), story(subject));
        while (!next.isEmpty()) {
            claims.addAll(next);
            var met = new ArrayList<Leaf>();
            source.find(List.copyOf(next), met::add);
            known.ask(met, source);
            var fresh = new ArrayList<Leaf>();
            for (var leaf : met) {
                if (known.knows(leaf) && found.putIfAbsent(leaf.position(), leaf) == null) {
                    fresh.add(leaf);
                }
            }
            next = new HashSet<>();
            for (var leaf : fresh) {
                Stream.concat(further(subject, leaf), reading(leaf))
                        .filter(claim -> !claims.contains(claim))
                        .forEach(next::add);
            }
        }
        return new Selection(
                List.copyOf(found.values()), claims.stream().sorted(Claim.ORDER).toList());
    }

    /// Which imports are complete as far as the source goes: facts of the others are not known, and
    /// in no bundle (R17).
    private static final class KnownImports {
        private final Map<ImportId, Boolean> complete = new HashMap<>();

        void ask(List<Leaf> met, LeafSource source) {
            var claims = new ArrayList<Claim>();
            for (var leaf : met) {
                var imported = leaf.recorded().fact().broughtBy();
                if (imported != null && complete.putIfAbsent(imported, false) == null) {
                    claims.add(Claim.of(imported.tag(), "imports"));
                }
            }
            if (!claims.isEmpty()) {
                source.find(claims, this::take);
            }
        }

        private void take(Leaf end) {
            if (end.recorded().fact().event() instanceof ImportCompleted completed) {
                complete.put(completed.imported(), true);
            }
        }

        boolean knows(Leaf leaf) {
            var imported = leaf.recorded().fact().broughtBy();
            return imported == null || complete.getOrDefault(imported, false);
        }
    }

    private static Claim story(EvidenceSubject subject) {
        return switch (subject) {
            case EvidenceSubject.OfAward(var award) -> Claim.of(award.tag());
            case EvidenceSubject.OfRecipient(var recipient) -> Claim.of(recipient.tag());
            case EvidenceSubject.OfPeriod(var from, var to, var authority) ->
                    new Claim(authority == null ? null : authority.tag(), List.of(), from, to);
        };
    }

    /// The story goes on in the nominations, cases and items that the subject's events name.
    private static Stream<Claim> further(EvidenceSubject subject, Leaf leaf) {
        var prefixes =
                switch (subject) {
                    case EvidenceSubject.OfAward _ -> OF_AN_AWARD;
                    case EvidenceSubject.OfRecipient _ -> OF_A_RECIPIENT;
                    case EvidenceSubject.OfPeriod _ -> List.<String>of();
                };
        return leaf.recorded().fact().tags().stream()
                .filter(tag -> prefixes.stream().anyMatch(tag::startsWith))
                .map(tag -> Claim.of(tag));
    }

    /// What one has to know to read the leaf.
    private static Stream<Claim> reading(Leaf leaf) {
        return Mentioned.in(leaf.recorded().fact()).stream()
                .flatMap(named ->
                        switch (named) {
                            case UnitId unit -> Stream.of(Claim.of(unit.tag(), "unit"));
                            case AwardCode code -> Stream.of(Claim.of(code.tag(), "catalogue"));
                            case RecipientId person ->
                                    Stream.of(Claim.of(person.tag(), "recipient"));
                            case DecisionId decision ->
                                    Stream.of(Claim.of(decision.tag(), "decision"));
                            case ImportId imported ->
                                    Stream.of(Claim.of(imported.tag(), "imports"));
                            default -> Stream.empty();
                        });
    }

    /// Whether the leaf is about units, award types and the like, rather than about the subject.
    static boolean isForReading(Leaf leaf) {
        return leaf.recorded().fact().event() instanceof UnitEvent
                || List.of("ledger", "catalogue", "imports").contains(Claim.family(leaf.type()));
    }
}

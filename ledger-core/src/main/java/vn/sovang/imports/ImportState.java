package vn.sovang.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.DecisionEvent;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.Fact;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.CaseFiles;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.Document;

/// What the rules need to know about the ledger while a file is read against it. Mutable and owned
/// by one decision: folding five thousand rows into copies would cost their square.
final class ImportState {
    private AwardTypes types = AwardTypes.NONE;
    private Units units = Units.NONE;
    private CaseFiles files = new CaseFiles();
    private final Set<String> unitNames = new HashSet<>();
    private final Map<DecisionKey, Map<DecisionId, Known>> decisions = new HashMap<>();

    /// A decision that the ledger, or an earlier row, has.
    static final class Known {
        final LocalDate signedOn;
        final @Nullable String signer;
        int lines;

        Known(LocalDate signedOn, @Nullable String signer) {
            this.signedOn = signedOn;
            this.signer = signer;
        }
    }

    ImportState copy() {
        var copy = new ImportState();
        copy.types = types;
        copy.units = units;
        copy.files = files.copy();
        copy.unitNames.addAll(unitNames);
        decisions.forEach((key, known) -> {
            var inner = new HashMap<DecisionId, Known>();
            known.forEach((id, k) -> {
                var mine = new Known(k.signedOn, k.signer);
                mine.lines = k.lines;
                inner.put(id, mine);
            });
            copy.decisions.put(key, inner);
        });
        return copy;
    }

    AwardTypes types() {
        return types;
    }

    Units units() {
        return units;
    }

    /// Awards with their items, cases and campaigns.
    CaseFiles files() {
        return files;
    }

    boolean knowsUnitName(String name) {
        return unitNames.contains(name);
    }

    void apply(Fact fact) {
        if (fact.event() instanceof DecisionEvent decision
                && !(decision instanceof DecisionCorrected)) {
            var known =
                    decisions
                            .computeIfAbsent(decision.key(), k -> new HashMap<>())
                            .computeIfAbsent(
                                    decision.decision(),
                                    d -> new Known(fact.effectiveOn(), signer(fact.document())));
            known.lines += lineCount(decision);
            return;
        }
        types = types.evolve(fact.event());
        units = units.evolve(fact);
        files.apply(fact);
        if (fact.event() instanceof UnitRegistered registered) {
            unitNames.add(registered.name());
        }
    }

    /// The decision that this paper is a further sheet of: same number, day and signer (R9).
    Optional<DecisionId> theSame(DecisionKey key, LocalDate day, Document document) {
        return decisions.getOrDefault(key, Map.of()).entrySet().stream()
                .filter(e -> e.getValue().signedOn.equals(day))
                .filter(e -> Objects.equals(e.getValue().signer, signer(document)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean numberTaken(DecisionKey key) {
        return decisions.containsKey(key);
    }

    int linesOf(DecisionKey key, DecisionId decision) {
        var known = decisions.getOrDefault(key, Map.of()).get(decision);
        return known == null ? 0 : known.lines;
    }

    private static int lineCount(DecisionEvent decision) {
        return switch (decision) {
            case DecisionEvent.DecisionRecorded d -> d.lineCount();
            case DecisionEvent.DecisionLinesAdded d -> d.lineCount();
            case DecisionEvent.DecisionCorrected _ -> 0;
        };
    }

    private static @Nullable String signer(Document document) {
        return document instanceof Document.Paper paper ? paper.signer() : null;
    }
}

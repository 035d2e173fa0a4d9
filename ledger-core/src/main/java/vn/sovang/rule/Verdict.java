package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.AsFound;
import vn.sovang.event.Fact;
import vn.sovang.vocabulary.Document;

/// What the rules say of one act. An act begun in the ledger is refused by the first rule it
/// breaks. The same act from a signed paper is refused only for what no paper can say (an identity
/// nobody knows, a day to come); any other broken rule goes on record with it (*ghi nhận như văn
/// bản*), so that an inspector finds the decision dated before its nomination and the number used
/// twice.
///
/// Proved by `AsFoundTwinsTest`.
public final class Verdict {
    /// Rules about the world, which a signed paper may break. All others are about the entry itself
    /// and hold for papers too.
    static final Set<RefusalCode> BIND_ACTS_ONLY =
            EnumSet.of(
                    RefusalCode.EARLIER_THAN_ITS_CAUSE,
                    RefusalCode.DATE_INCOMPLETE,
                    RefusalCode.UNIT_DID_NOT_EXIST,
                    RefusalCode.AWARD_TYPE_NOT_VALID,
                    RefusalCode.RECIPIENT_KIND_NOT_ALLOWED,
                    RefusalCode.RANK_DOES_NOT_EXIST,
                    RefusalCode.POSTHUMOUS_NOT_ALLOWED,
                    RefusalCode.NOMINATION_WITHDRAWN,
                    RefusalCode.NOMINATION_REJECTED,
                    RefusalCode.NOMINATION_ALREADY_DECIDED,
                    RefusalCode.NOMINATION_ALREADY_SUBMITTED,
                    RefusalCode.NOMINATION_NOT_SUBMITTED,
                    RefusalCode.NOMINATION_ELSEWHERE,
                    RefusalCode.NOMINATION_DIFFERS,
                    RefusalCode.DOSSIER_ALREADY_RECEIVED,
                    RefusalCode.DOSSIER_NOT_RECEIVED,
                    RefusalCode.DOSSIER_INCOMPLETE,
                    RefusalCode.DOSSIER_NOT_RETURNED,
                    RefusalCode.APPRAISAL_NOT_CONCLUDED,
                    RefusalCode.COUNCIL_NOT_VOTED,
                    RefusalCode.OPINION_NOT_REQUESTED,
                    RefusalCode.OBJECTION_OPEN,
                    RefusalCode.FILER_MAY_NOT_APPRAISE,
                    RefusalCode.FILER_MAY_NOT_DECIDE,
                    RefusalCode.DECISION_NUMBER_TAKEN,
                    RefusalCode.AWARD_ANNULLED,
                    RefusalCode.AWARD_NOT_ANNULLED,
                    RefusalCode.AWARD_STRIPPED,
                    RefusalCode.AWARD_NOT_STRIPPED,
                    RefusalCode.NOT_A_STATE_HONOUR,
                    RefusalCode.GROUND_DOES_NOT_APPLY,
                    RefusalCode.JUDGMENT_MISSING,
                    RefusalCode.AUTHORITY_NOT_COMPETENT,
                    RefusalCode.COMPETENCE_NOT_DETERMINED,
                    RefusalCode.AWARD_ALREADY_PRESENTED,
                    RefusalCode.PRIZE_ALREADY_PAID,
                    RefusalCode.PRIZE_NOT_PAID,
                    RefusalCode.PRIZE_EXCEEDED,
                    RefusalCode.INSPECTION_OUT_OF_SCOPE,
                    RefusalCode.EXPLAINER_MAY_NOT_ACCEPT,
                    RefusalCode.INSPECTION_FINDINGS_OPEN);

    private final @Nullable Refused refused;
    private final @Nullable AsFound found;

    private Verdict(@Nullable Refused refused, @Nullable AsFound found) {
        this.refused = refused;
        this.found = found;
    }

    /// Asks the rules in order. A rule after one that a paper may break must not rely on it.
    @SafeVarargs
    public static Verdict of(Origin origin, Supplier<Optional<Refused>>... rules) {
        var entry = checkEntry(origin);
        if (entry.isPresent()) {
            return new Verdict(entry.get(), null);
        }
        var paper = origin.paperSays();
        AsFound found = null;
        for (var rule : rules) {
            var broken = rule.get();
            if (broken.isEmpty()) {
                continue;
            }
            if (paper == null || !BIND_ACTS_ONLY.contains(broken.get().code())) {
                return new Verdict(broken.get(), null);
            }
            if (found == null) {
                var name = broken.get().code().name();
                found = new AsFound(name, paper.reason(), paper.secondPerson());
            }
        }
        return new Verdict(null, found);
    }

    /// What a paper says is confirmed by a second person and dated in the past, like any act.
    private static Optional<Refused> checkEntry(Origin origin) {
        var paper = origin.paperSays();
        if (origin.inTheFuture()) {
            return Optional.of(refuse(RefusalCode.IN_THE_FUTURE, "day", origin.effectiveOn()));
        }
        if (paper == null) {
            return Optional.empty();
        }
        if (!(origin.document() instanceof Document.Paper)) {
            return Optional.of(refuse(RefusalCode.DOCUMENT_MISSING));
        }
        return paper.secondPerson().equals(origin.by().user())
                ? Optional.of(refuse(RefusalCode.SECOND_PERSON_MISSING))
                : Optional.empty();
    }

    public Optional<Refused> refused() {
        return Optional.ofNullable(refused);
    }

    /// The fact, marked if it breaks a rule.
    public Fact mark(Fact fact) {
        return found == null ? fact : fact.asFound(found);
    }

    /// The refusal, or the facts, each marked if they break a rule.
    public Outcome record(Supplier<List<Fact>> facts) {
        return refused != null
                ? refused
                : Outcome.accept(facts.get().stream().map(this::mark).toList());
    }
}

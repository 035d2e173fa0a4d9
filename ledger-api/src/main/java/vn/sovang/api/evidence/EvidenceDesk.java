package vn.sovang.api.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.Submission;
import vn.sovang.access.AccessEntry.EvidenceAsked;
import vn.sovang.access.Accessor;
import vn.sovang.api.log.CheckpointChoice;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.Request;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Actor;
import vn.sovang.event.EvidenceEvent.EvidenceBundleIssued;
import vn.sovang.event.Recorded;
import vn.sovang.evidence.EvidenceAssembly;
import vn.sovang.evidence.EvidenceAssembly.Result.Assembled;
import vn.sovang.evidence.EvidenceAssembly.Result.Nothing;
import vn.sovang.evidence.EvidenceAssembly.Result.TooMuch;
import vn.sovang.evidence.EvidenceRequest;
import vn.sovang.evidence.IssueEvidence;
import vn.sovang.privacy.Unmasking;
import vn.sovang.seal.SealedCheckpoint;
import vn.sovang.vocabulary.EvidenceId;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.EvidenceVariant;

/// Hands out evidence (*phát hành bằng chứng*): seals, packs, records that it was handed out, and
/// only then gives it away.
public final class EvidenceDesk {
    private final Ledger ledger;
    private final Figures figures;
    private final EvidencePage page = new EvidencePage();

    public EvidenceDesk(Ledger ledger, Figures figures) {
        this.ledger = ledger;
        this.figures = figures;
    }

    /// Who asks, and by which request; the same request gives the same bundle again.
    public record Asker(Actor by, UUID request, Instant at) {}

    /// A bundle that was recorded.
    public record Issued(EvidenceBundleIssued event, Assembled bundle) {}

    /// @param since size, day or instant of an older checkpoint to prove consistency from
    /// @throws Failure for whatever cannot be read, found or recorded
    public Issued issue(
            EvidenceQuestion question,
            EvidenceVariant variant,
            @Nullable String since,
            Asker asker) {
        var subject = question.subject(figures);
        var bundle = new EvidenceId(asker.request);
        var before = find(bundle);
        var checkpoint = before.map(this::checkpointOf).orElseGet(this::newest);
        // Not handed out, and no name opened for it, unless that is on record.
        ledger.access()
                .enter(
                        Accessor.of(asker.by, null),
                        List.of(new EvidenceAsked(bundle, subject, variant)));
        var request =
                new EvidenceRequest(bundle, subject, variant, checkpoint, older(since, checkpoint));
        var assembled = assemble(request, asker.by);
        var event =
                new EvidenceBundleIssued(
                        bundle, subject, variant, checkpoint.size(), assembled.sha256());
        if (before.isEmpty()) {
            record(event, since, asker);
        } else if (!before.get().equals(event)) {
            throw Failure.of(FailureCode.EVIDENCE_CHANGED, "id", bundle.toString());
        }
        return new Issued(event, assembled);
    }

    private SealedCheckpoint newest() {
        ledger.seal();
        return ledger.checkpoint()
                .map(ledger::cosigned)
                .orElseThrow(() -> Failure.of(FailureCode.NO_CHECKPOINT_YET));
    }

    private SealedCheckpoint checkpointOf(EvidenceBundleIssued issued) {
        return ledger.published()
                .checkpoint(issued.checkpointSize())
                .map(ledger::cosigned)
                .orElseThrow(() -> Failure.of(FailureCode.NO_CHECKPOINT_YET));
    }

    private List<SealedCheckpoint> older(@Nullable String since, SealedCheckpoint checkpoint) {
        if (since == null || since.isBlank()) {
            return List.of();
        }
        var older = new CheckpointChoice(ledger).of("since", since).checkpoint();
        if (older.size() > checkpoint.size()) {
            throw Failure.at("since", FailureCode.CHECKPOINT_NOT_FOUND, since);
        }
        return List.of(older);
    }

    private Assembled assemble(EvidenceRequest request, Actor by) {
        var subject = request.subject();
        var who = new Unmasking(by.user(), by.role(), "evidence " + request.bundle());
        return switch (ledger.evidence().assemble(request, page, who)) {
            case Assembled assembled -> assembled;
            case Nothing _ -> throw nothing(subject);
            case TooMuch(int leaves) ->
                    throw Failure.of(
                            FailureCode.EVIDENCE_TOO_LARGE,
                            Map.of(
                                    "events", Integer.toString(leaves),
                                    "limit", Integer.toString(EvidenceAssembly.MAX_LEAVES)));
        };
    }

    private static Failure nothing(EvidenceSubject subject) {
        return switch (subject) {
            case EvidenceSubject.OfAward(var award) ->
                    Failure.of(FailureCode.AWARD_NOT_FOUND, "id", award.toString());
            case EvidenceSubject.OfRecipient(var person) ->
                    Failure.of(FailureCode.RECIPIENT_NOT_FOUND, "id", person.toString());
            case EvidenceSubject.OfPeriod period ->
                    Failure.of(FailureCode.EVIDENCE_EMPTY, "subject", period.toString());
        };
    }

    private void record(EvidenceBundleIssued event, @Nullable String since, Asker asker) {
        var body = event.subject() + " " + event.variant() + " " + since;
        var origin =
                new Origin(
                        Request.of(asker.request, body),
                        asker.by,
                        null,
                        asker.at,
                        IssueEvidence.NO_PAPER,
                        LocalDate.ofInstant(asker.at, Origin.VIETNAM),
                        null);
        if (ledger.submit(new IssueEvidence(origin, event))
                instanceof Submission.Declined(var no)) {
            throw refused(no, event);
        }
    }

    private static Failure refused(Refused no, EvidenceBundleIssued event) {
        return switch (no.code()) {
            case LEDGER_SUSPENDED -> Failure.of(FailureCode.LEDGER_SUSPENDED, no.arguments());
            case CONTENDED -> Failure.of(FailureCode.UNAVAILABLE, "reason", no.code().name());
            case REQUEST_REUSED, EVIDENCE_ALREADY_ISSUED ->
                    Failure.of(FailureCode.EVIDENCE_CHANGED, "id", event.bundle().toString());
            default -> nothing(event.subject());
        };
    }

    /// The issuing of one bundle, if it was issued.
    public Optional<EvidenceBundleIssued> find(EvidenceId bundle) {
        return events(bundle.tag()).stream().map(EvidenceDesk::issued).findFirst();
    }

    /// Everything issued about an award or a recipient, oldest first.
    public List<Recorded> about(EvidenceSubject subject) {
        var all = new ArrayList<Recorded>();
        subject.tags().forEach(tag -> all.addAll(events(tag)));
        return all;
    }

    private List<Recorded> events(String tag) {
        return ledger.read(Set.of(TagQuery.of(tag, EvidenceBundleIssued.class)));
    }

    private static EvidenceBundleIssued issued(Recorded recorded) {
        return (EvidenceBundleIssued) recorded.fact().event();
    }
}

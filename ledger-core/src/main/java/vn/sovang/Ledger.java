package vn.sovang;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.access.AccessEntry;
import vn.sovang.access.AccessLog;
import vn.sovang.access.Accessor;
import vn.sovang.anomaly.Explanations;
import vn.sovang.artifact.Artifacts;
import vn.sovang.award.Awards;
import vn.sovang.axon.AppendReceipt;
import vn.sovang.axon.CommandRefused;
import vn.sovang.axon.DeciderModule;
import vn.sovang.axon.EventIds;
import vn.sovang.axon.FactMessages;
import vn.sovang.axon.ImportEnds;
import vn.sovang.axon.KnownEvents;
import vn.sovang.axon.PostgresEventStorageEngine;
import vn.sovang.axon.RequestAlreadyDone;
import vn.sovang.axon.RequestIdReused;
import vn.sovang.bulk.BulkImports;
import vn.sovang.catalogue.Catalogue;
import vn.sovang.decider.Command;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.Request;
import vn.sovang.decider.TagQuery;
import vn.sovang.decision.Decisions;
import vn.sovang.duty.Duties;
import vn.sovang.event.EventCodec;
import vn.sovang.event.LedgerOpened;
import vn.sovang.event.PrivacyEvent;
import vn.sovang.event.PrivacyEvent.IdentityErased;
import vn.sovang.event.Recorded;
import vn.sovang.eventstore.AppendOutcome.AlreadyDone;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.EventTooLarge;
import vn.sovang.evidence.EvidenceAssembly;
import vn.sovang.evidence.EvidenceIssuing;
import vn.sovang.founding.ChangeSigningKey;
import vn.sovang.founding.Founding;
import vn.sovang.founding.OpenLedger;
import vn.sovang.founding.SigningKeys;
import vn.sovang.imports.Imports;
import vn.sovang.inspection.InspectionCommand.OpenInspection;
import vn.sovang.inspection.Inspections;
import vn.sovang.nomination.Appraisals;
import vn.sovang.nomination.Nominations;
import vn.sovang.postgres.SchemaWatch;
import vn.sovang.privacy.ErasedSubjects;
import vn.sovang.privacy.IdentityVault;
import vn.sovang.privacy.SubjectKeys;
import vn.sovang.privacy.Unmasking;
import vn.sovang.recipient.Joins;
import vn.sovang.recipient.RecipientChanges;
import vn.sovang.recipient.RecipientRegistration;
import vn.sovang.reissue.ReissueLists;
import vn.sovang.reissue.Reissues;
import vn.sovang.report.PaperReports;
import vn.sovang.report.PeriodReports;
import vn.sovang.rule.RecipientStanding;
import vn.sovang.rule.RecipientStandings;
import vn.sovang.seal.Anchor;
import vn.sovang.seal.CheckReport;
import vn.sovang.seal.CosignatureCheck;
import vn.sovang.seal.Cosignatures;
import vn.sovang.seal.KeyFiles;
import vn.sovang.seal.KeyHistory;
import vn.sovang.seal.KeyRotation;
import vn.sovang.seal.LeafIndex;
import vn.sovang.seal.LedgerCheck;
import vn.sovang.seal.PublishedLog;
import vn.sovang.seal.ReadModelPositions;
import vn.sovang.seal.RightsCheck;
import vn.sovang.seal.SealedCheckpoint;
import vn.sovang.seal.Sealer;
import vn.sovang.seal.SealingRefused;
import vn.sovang.subject.SubjectCommand.EraseIdentity;
import vn.sovang.subject.SubjectRights;
import vn.sovang.survey.SurveyCampaigns;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.tlog.WitnessPolicy;
import vn.sovang.unit.UnitChanges;
import vn.sovang.unit.UnitRegistration;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.witness.PolicyFile;
import vn.sovang.witness.WitnessMonitors;
import vn.sovang.witness.Witnesses;

/// The one door of the core: records what people ask for, answers what was recorded, seals it.
///
/// Safe for any number of threads. Several ledgers may be open on one database, in one process or
/// in many.
public final class Ledger implements AutoCloseable {
    /// After so many lost races with others over the same records the caller is told.
    private static final int MAX_ATTEMPTS = 16;

    private static final Duration LOOK_AT_SCHEMA = Duration.ofSeconds(10);

    private final EventLog log;
    private final EventCodec codec = new EventCodec();
    private final AxonConfiguration axon;
    private final CommandGateway gateway;
    private final Sealer sealer;
    private final IdentityVault vault;
    private final AccessLog access;
    private final EventFeed feed;
    private final ImportEnds ends;
    private final BulkImports bulk;
    private final List<Decider<?, ?>> deciders = deciders();

    private final PublishedLog published;
    private final LedgerCheck check;
    private final KeyFiles files;
    private final KeyRotation rotation;
    private final SchemaWatch watch;
    private final String origin;
    private final WitnessPolicy policy;
    private final Cosignatures cosignatures;
    private final WitnessMonitors monitors;
    private final Witnesses witnesses;

    private volatile boolean checked;
    private volatile LedgerObserver observer = LedgerObserver.NONE;

    private Ledger(LedgerSettings settings) {
        var random = new SecureRandom();
        files = new KeyFiles(settings.keys(), random);
        var signer = files.logSigner(settings.origin());
        var database = settings.database().ledger();
        log = EventLog.open(database, settings.clock(), files.nodeKeys().own());
        feed = new EventFeed(log, codec);
        ends = new ImportEnds(log);
        var anchor = new Anchor(settings.anchor());
        origin = signer.verifierKey().name();
        rotation = new KeyRotation(log, files);
        policy = PolicyFile.readOrNone(settings.policy(), signer.verifierKey());
        monitors = new WitnessMonitors(policy, origin, files::believed);
        sealer = new Sealer(log, database, files, anchor, monitors, settings.clock());
        published = new PublishedLog(database);
        cosignatures = new Cosignatures(database, policy, settings.clock());
        check =
                new LedgerCheck(
                        database,
                        LeafIndex.ofEvents(),
                        new LedgerCheck.Beside(files, anchor, monitors),
                        new RightsCheck(),
                        new CosignatureCheck(policy));
        witnesses =
                new Witnesses(
                        policy,
                        new Witnesses.Log(sealer, published, cosignatures),
                        monitors,
                        settings.clock(),
                        random);
        watch = new SchemaWatch(database, LOOK_AT_SCHEMA);
        vault =
                new IdentityVault(
                        new SubjectKeys(settings.database().keys(), files.masterKey(), random),
                        new ErasedSubjects(settings.anchor()),
                        this::restricted,
                        this::unmasking,
                        random);
        access = AccessLog.open(place(settings, random), vault);
        var messages = new FactMessages(codec);
        var ids = new EventIds(settings.clock(), random);
        axon =
                DeciderModule.register(EventSourcingConfigurer.create(), messages, deciders, ids)
                        .registerEventStorageEngine(
                                c -> new PostgresEventStorageEngine(log, messages))
                        .build();
        axon.start();
        bulk = BulkImports.open(log, database, ids, this::suspended);
        gateway = axon.getComponent(CommandGateway.class);
    }

    /// The access log has keys of its own: neither log's key signs for the other.
    private AccessLog.Place place(LedgerSettings settings, SecureRandom random) {
        var own = new KeyFiles(settings.keys().resolve("access"), random);
        own.logSigner(origin + "/access");
        return new AccessLog.Place(
                settings.database().access(), own, settings.anchor(), settings.clock());
    }

    /// Opens the ledger; a new log is opened with the shipped catalogue and units as its first
    /// events.
    public static Ledger open(LedgerSettings settings) {
        var ledger = new Ledger(settings);
        ledger.settleErasures();
        if (ledger.log.head() == 0) {
            ledger.submit(OpenLedger.shipped(ledger.origin, settings.clock().instant()));
        }
        // A rotation that broke off after its last event is finished here.
        ledger.files.settle(ledger.rotation.history());
        return ledger;
    }

    /// Every decider there is. A feature that is not listed here cannot be asked anything.
    public static List<Decider<?, ?>> deciders() {
        return List.of(
                new Founding(),
                new SigningKeys(),
                new Catalogue(),
                new UnitRegistration(),
                new UnitChanges(),
                new Duties(),
                new RecipientRegistration(),
                new RecipientChanges(),
                new Joins(),
                new SubjectRights(),
                new PaperReports(),
                new PeriodReports(),
                new Nominations(),
                new Appraisals(),
                new Decisions(),
                new Awards(),
                new Artifacts(),
                new Reissues(),
                new ReissueLists(),
                new SurveyCampaigns(),
                new EvidenceIssuing(),
                new Explanations(),
                new Inspections(),
                new Imports());
    }

    /// Records a command: all of its facts or none. The same request twice is recorded once and
    /// answered twice.
    ///
    /// @throws vn.sovang.eventstore.StoreBusy if too many wait; try again later
    /// @throws vn.sovang.eventstore.OutcomeUnknown if the database went away at the wrong moment
    ///   and the outcome cannot be asked; the same request again finds out
    /// @throws vn.sovang.postgres.DatabaseFailure if the database does not answer
    public Submission submit(Command command) {
        var submission = recorded(command);
        // The same request again comes here too, so a key that could not be destroyed then is now.
        if (submission instanceof Receipt && command instanceof EraseIdentity erasure) {
            vault.erase(Set.of(erasure.subject().value()));
        }
        if (submission instanceof Declined(var no)) {
            observer.refused(no.code());
            noteDuties(command, no);
        }
        return submission;
    }

    /// Who tried to do alone what takes two is on record (R25).
    private void noteDuties(Command command, Outcome.Refused no) {
        if (no.code().separatesDuties()) {
            access.note(
                    Accessor.of(command.origin().by(), command.origin().onBehalfOf()),
                    List.of(
                            new AccessEntry.Refused(
                                    no.code().name(),
                                    command.getClass().getSimpleName(),
                                    AccessEntry.idsIn(no.arguments().values()))));
        }
    }

    /// The vault asks before it opens anything, and not before the access log is there.
    private void unmasking(Unmasking who, List<Sealed> fields) {
        access.record(who, fields);
    }

    private Submission recorded(Command command) {
        var before = answered(command.origin().request());
        if (before.isPresent()) {
            return before.get();
        }
        var suspended = suspended();
        if (suspended.isPresent()) {
            return suspended.get();
        }
        var unpublished = unpublished(command);
        if (unpublished.isPresent()) {
            return unpublished.get();
        }
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            var submission = attempt(command);
            if (submission instanceof Declined) {
                // The same request at the same time may have made what the rule stumbles over.
                return answered(command.origin().request()).orElse(submission);
            }
            if (submission != null) {
                return submission;
            }
        }
        return new Declined(Outcome.refuse(RefusalCode.CONTENDED));
    }

    /// A cut-off that this log never published proves nothing. No event tells what was published,
    /// so no decider can ask; and what was published once stays so, so nobody can get in between.
    private Optional<Submission> unpublished(Command command) {
        return command instanceof OpenInspection open && !published.holds(open.cutOff())
                ? Optional.of(
                        new Declined(
                                Outcome.refuse(
                                        RefusalCode.CUT_OFF_NOT_PUBLISHED,
                                        "size",
                                        open.cutOff().size())))
                : Optional.empty();
    }

    /// Keys that a crash left after the decision, or that a restored copy of the key store brought
    /// back, are destroyed before anything can be opened.
    private void settleErasures() {
        vault.settle();
        var erased = TagQuery.of(PrivacyEvent.ERASURES_TAG, IdentityErased.class);
        vault.erase(
                read(Set.of(erased)).stream()
                        .map(r -> ((IdentityErased) r.fact().event()).subject().value())
                        .toList());
    }

    /// Those whose processing is restricted as the log stands now.
    private Set<UUID> restricted(Set<UUID> subjects) {
        var standings = RecipientStandings.NONE;
        var queries =
                subjects.stream()
                        .map(RecipientId::new)
                        .map(RecipientStanding::restrictionsOf)
                        .collect(Collectors.toSet());
        for (var recorded : read(queries)) {
            standings = standings.evolve(recorded.fact());
        }
        return standings.byId().values().stream()
                .filter(RecipientStanding::restricted)
                .map(standing -> standing.recipient().value())
                .collect(Collectors.toSet());
    }

    /// Null if somebody else changed what the decision depends on.
    private @Nullable Submission attempt(Command command) {
        try {
            var receipt = gateway.send(command).resultAs(AppendReceipt.class).join();
            return receipt.outcome()
                    .map(outcome ->
                            outcome instanceof Appended a
                                    ? new Receipt(a.first(), a.last(), a.recordedAt(), false)
                                    : unexpected(outcome))
                    .orElseGet(() -> unexpected("no receipt"));
        } catch (CompletionException e) {
            return answer(e.getCause() == null ? e : e.getCause(), command);
        }
    }

    private @Nullable Submission answer(Throwable cause, Command command) {
        return switch (cause) {
            case CommandRefused no -> new Declined(no.refused());
            case RequestAlreadyDone done -> receipt(done.outcome());
            case RequestIdReused _ -> reused(command.origin().request());
            case AppendEventsTransactionRejectedException _ -> null;
            case EventTooLarge e ->
                    new Declined(
                            Outcome.refuse(
                                    RefusalCode.EVENT_TOO_LARGE,
                                    "limit",
                                    String.valueOf(e.getMessage())));
            case RuntimeException other -> throw other;
            case Error error -> throw error;
            default -> throw new IllegalStateException(cause);
        };
    }

    private static Receipt unexpected(Object outcome) {
        throw new IllegalStateException("a commit without a receipt: " + outcome);
    }

    private static Receipt receipt(AlreadyDone done) {
        return new Receipt(done.first(), done.last(), done.recordedAt(), true);
    }

    private static Declined reused(Request request) {
        return new Declined(Outcome.refuse(RefusalCode.REQUEST_REUSED, "request", request.id()));
    }

    /// What the request was answered before; empty if it was never recorded.
    public Optional<Submission> answered(Request request) {
        return log.request(request.id())
                .map(done ->
                        done.key().sameBody(HexFormat.of().parseHex(request.bodySha256()))
                                ? receipt(done.outcome())
                                : reused(request));
    }

    /// A log that is not what was signed before takes nothing more.
    private Optional<Submission> suspended() {
        try {
            if (!checked) {
                sealer.verify();
                checked = true;
            }
            return sealer.refused().map(Ledger::declined);
        } catch (SealingRefused e) {
            return Optional.of(declined(e));
        }
    }

    private static Submission declined(SealingRefused refused) {
        return new Declined(
                Outcome.refuse(RefusalCode.LEDGER_SUSPENDED, "reason", refused.describe()));
    }

    /// What the ledger would answer now, without recording anything: the dry run of an import.
    public Outcome rehearse(Command command) {
        for (var decider : deciders) {
            if (decider.command().isInstance(command)) {
                return rehearse(decider, command);
            }
        }
        throw new IllegalArgumentException("no decider for " + command.getClass());
    }

    private <C extends Command, S> Outcome rehearse(Decider<C, S> decider, Command any) {
        var command = decider.command().cast(any);
        var state = decider.initial();
        for (var recorded : read(decider.boundary(command))) {
            state = decider.evolve(state, recorded.fact());
        }
        return decider.decide(command, state);
    }

    /// Every fact that one of the queries finds and that is known now, in the order in which they
    /// became known (R17).
    public List<Recorded> read(Set<TagQuery> queries) {
        var all = new ArrayList<Recorded>();
        KnownEvents.facts(log, ends, codec, queries).forEachRemaining(all::add);
        return all;
    }

    /// The first event: the log's name and the clock that stamps it.
    public LedgerOpened opened() {
        return (LedgerOpened)
                read(Set.of(TagQuery.of(LedgerOpened.TAG, LedgerOpened.class)))
                        .getFirst()
                        .fact()
                        .event();
    }

    /// The log as read models follow it.
    public EventFeed feed() {
        return feed;
    }

    /// Takes in files that are too large for one append.
    public BulkImports bulkImports() {
        return bulk;
    }

    /// Seals and opens personal fields.
    public IdentityVault identities() {
        return vault;
    }

    /// Who read what.
    public AccessLog access() {
        return access;
    }

    /// What the log shows the world: tiles, entries, proofs.
    public PublishedLog published() {
        return published;
    }

    /// Packs evidence that anybody can check.
    public EvidenceAssembly evidence() {
        return new EvidenceAssembly(log, published, vault, signingKeys());
    }

    /// The public key that verifies this log's checkpoints; during a rotation the older of the two.
    public VerifierKey verifierKey() {
        return rotation.history().current();
    }

    /// Every signing key this log ever had.
    public KeyHistory signingKeys() {
        return rotation.history();
    }

    /// Takes a new signing key into use beside the old one: from the next checkpoint on both sign.
    public Submission introduceSigningKey(Origin by) {
        return submit(new ChangeSigningKey(by, rotation.introduction()));
    }

    /// Takes the older of two signing keys out of use, and lets its file go. First a checkpoint is
    /// signed by both, from which the holder of the old key learns the new one.
    public Submission retireSigningKey(Origin by) {
        seal();
        var submission = submit(new ChangeSigningKey(by, rotation.retirement()));
        files.settle(rotation.history());
        return submission;
    }

    /// Derives the whole ledger again and names everything that is not as it was written.
    ///
    /// @param progress told how many events are checked, now and then
    public CheckReport check(LongConsumer progress) {
        return check(progress, ReadModelPositions.NONE);
    }

    /// The same, with how far the read models are.
    public CheckReport check(LongConsumer progress, ReadModelPositions derived) {
        return check.run(progress, derived);
    }

    /// Why an operator should look at once: sealing refused, the schema not as installed, or views
    /// that are not on record. Empty while all is well.
    public List<String> alarms() {
        var alarms = new ArrayList<String>();
        sealer.refused().ifPresent(refused -> alarms.add(refused.describe()));
        watch.alarm().ifPresent(alarm -> alarms.add("SCHEMA: " + alarm));
        alarms.addAll(access.alarms());
        return alarms;
    }

    /// From here on one observer is told what this process asks of the ledger.
    public void observe(LedgerObserver told) {
        observer = told;
        log.observe(told);
    }

    /// Whether anything can be recorded now, and how much waits for it.
    public Writing writing() {
        var refused = sealer.refused().map(SealingRefused::describe);
        var readOnly = Optional.of("DATABASE_READ_ONLY").filter(_ -> log.readOnly());
        return new Writing(log.waiting(), refused.or(() -> readOnly).orElse(null));
    }

    /// Signs what the log holds now.
    public SealedCheckpoint seal() {
        return sealer.seal();
    }

    /// The newest published checkpoint; empty before the first.
    public Optional<SealedCheckpoint> checkpoint() {
        return sealer.published();
    }

    /// Seals in the background, at most once a second, has the witnesses of the policy cosign, and
    /// watches the schema, until closed. For a running service.
    public void keepSealing() {
        witnesses.start();
        sealer.start();
        access.keepSealing();
        watch.start();
    }

    /// The same checkpoint with every cosignature there is of it.
    public SealedCheckpoint cosigned(SealedCheckpoint checkpoint) {
        return cosignatures.cosigned(checkpoint);
    }

    /// What witnesses signed, and the way in for what comes by other ways than the network.
    public Cosignatures cosignatures() {
        return cosignatures;
    }

    /// The witnesses this ledger asks, and how many of them make a quorum.
    public WitnessPolicy policy() {
        return policy;
    }

    @Override
    public void close() {
        watch.close();
        witnesses.close();
        monitors.close();
        sealer.close();
        bulk.close();
        axon.shutdown();
        log.close();
        access.close();
    }
}

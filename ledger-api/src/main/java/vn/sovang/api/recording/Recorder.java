package vn.sovang.api.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.sovang.Ledger;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.api.recording.CommandCatalogue.CommandType;
import vn.sovang.api.recording.Shape.Field;
import vn.sovang.api.recording.Shape.Form;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Failure.Place;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Refusal;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.nomination.NominationCommand.FileNominations;
import vn.sovang.postgres.DatabaseFailure;
import vn.sovang.privacy.IdentityVault;
import vn.sovang.privacy.SubjectErased;
import vn.sovang.recipient.RecipientChange.RecordContact;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.vocabulary.Sealed;

/// Makes a command of a body and submits it: identities, clock, user and seals come in here.
@Component
final class Recorder {
    private static final String ORIGIN = "origin";
    private static final String UNIQUE_VIOLATION = "23505";

    /// Others seal for the same new subject at the same time, each once.
    private static final int MAX_TRIES = 4;

    private final Ledger ledger;
    private final CommandCatalogue catalogue;
    private final Subjects subjects;

    Recorder(Ledger ledger, CommandCatalogue catalogue) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.subjects = new Subjects(ledger);
    }

    /// One request of a client.
    ///
    /// @param key its idempotency key
    /// @param text the body exactly as sent; the same key with another text is refused
    record Asked(CommandType type, UUID key, String text, JsonNode body, Actor by, Instant at) {
        Request request() {
            return Request.of(key, by.user() + "\n" + type.name() + "\n" + text);
        }
    }

    /// What was recorded.
    ///
    /// @param ids identities of the new things by JSON pointer into the body
    record Recorded(Receipt receipt, Map<String, UUID> ids) {}

    /// @throws Failure `FIELDS_WRONG`, or what the layers below have to say
    /// @throws Refusal a rule said no
    Recorded record(Asked asked) {
        var provisional = read(asked, new Placeholders());
        var before = ledger.answered(asked.request());
        if (before.isPresent()) {
            return new Recorded(receipt(before.get()), provisional.ids());
        }
        if (!provisional.sealer().used) {
            return submitted(provisional);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return sealed(asked, provisional.command());
            } catch (SubjectErased e) {
                throw new Refusal(Outcome.refuse(RefusalCode.RECIPIENT_ERASED));
            } catch (DatabaseFailure e) {
                // Somebody made the key of the same new subject: it is there now.
                if (!e.sqlState().equals(UNIQUE_VIOLATION) || attempt == MAX_TRIES) {
                    throw e;
                }
            }
        }
    }

    /// What a rule would say now; stores and seals nothing.
    ///
    /// @throws Failure `FIELDS_WRONG`
    Optional<Refused> rehearse(Asked asked) {
        var command = read(asked, new Placeholders()).command();
        return ledger.rehearse(command) instanceof Refused no ? Optional.of(no) : Optional.empty();
    }

    private Recorded submitted(Read<?> read) {
        return new Recorded(receipt(ledger.submit(read.command())), read.ids());
    }

    private static Receipt receipt(vn.sovang.Submission submission) {
        return switch (submission) {
            case Receipt receipt -> receipt;
            case Declined(var no) when no.code() == RefusalCode.REQUEST_REUSED ->
                    throw Failure.of(FailureCode.IDEMPOTENCY_KEY_REUSED);
            case Declined(var no) -> throw new Refusal(no);
        };
    }

    /// Keys of new subjects are durable before the facts are, and are made only for facts that the
    /// rules would take: names in the log that no key opens would be lost for ever.
    private Recorded sealed(Asked asked, Command provisional) {
        var batch = ledger.identities().newBatch();
        var own = subjects.of(provisional);
        var read = read(asked, new Seals(batch, own));
        if (batch.hasNewKeys()) {
            if (ledger.rehearse(read.command()) instanceof Refused no) {
                var meanwhile = ledger.answered(asked.request());
                if (meanwhile.isPresent()) {
                    return new Recorded(receipt(meanwhile.get()), read.ids());
                }
                throw new Refusal(no);
            }
            read.sealer().requireSubjects(read.command());
            batch.commit();
        }
        return submitted(read);
    }

    /// What a body says.
    private record Read<S>(Command command, Map<String, UUID> ids, S sealer) {}

    private <S extends BodyReader.Sealer> Read<S> read(Asked asked, S sealer) {
        var reader = new BodyReader(sealer, pointer -> id(asked.key(), pointer));
        var form = asked.type().form();
        var body = asked.body();
        var values = reader.fields(form, body, "", List.of(ORIGIN));
        var beside = new Field(ORIGIN, catalogue.circumstances(), true, false);
        var circumstances = reader.beside(beside, body);
        reader.done();
        var origin =
                ((Circumstances) Objects.requireNonNull(circumstances))
                        .origin(asked.request(), asked.by(), asked.at());
        var command = (Command) reader.construct(form, with(origin, form, values), "");
        reader.done();
        return new Read<>(Objects.requireNonNull(command), reader.minted(), sealer);
    }

    /// The origin is the first component of every command.
    private static @Nullable Object[] with(
            Origin origin, Form form, @Nullable Object @Nullable [] values) {
        var all = new @Nullable Object[form.fields().size() + 1];
        all[0] = origin;
        System.arraycopy(Objects.requireNonNull(values), 0, all, 1, all.length - 1);
        return all;
    }

    /// The identity of a new thing that the client left to us. It follows from the key, so that a
    /// repeated request is told the same; the key is random, so the identity is.
    private static UUID id(UUID key, String pointer) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("so-vang/new-id/v1\n".getBytes(StandardCharsets.US_ASCII));
            digest.update((key + pointer).getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(digest.digest());
            // RFC 9562: version 8, variant 10.
            long high = (bytes.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
            long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Stands in until it is known whose data they are.
    private static final class Placeholders implements BodyReader.Sealer {
        private static final UUID NOBODY = new UUID(0, 0);
        private boolean used;

        @Override
        public Object seal(String pointer, @Nullable UUID subject, String field, String text) {
            used = true;
            return new Sealed(NOBODY, subject == null ? NOBODY : subject, field, "", "");
        }
    }

    /// Seals for good.
    private final class Seals implements BodyReader.Sealer {
        private final IdentityVault.Batch batch;
        private final Optional<UUID> own;
        private final Map<String, UUID> named = new LinkedHashMap<>();
        private @Nullable String orphan;

        Seals(IdentityVault.Batch batch, Optional<UUID> own) {
            this.batch = batch;
            this.own = own;
        }

        @Override
        public Object seal(String pointer, @Nullable UUID whose, String field, String text) {
            if (whose != null) {
                named.put(pointer, whose);
                return batch.seal(whose, field, text);
            }
            if (own.isEmpty()) {
                orphan = pointer;
            }
            return batch.seal(own.orElseGet(UUID::randomUUID), field, text);
        }

        private static boolean makesKnown(Command command) {
            return command instanceof RegisterRecipient
                    || command instanceof RecordContact
                    || command instanceof FileNominations;
        }

        /// A key of somebody unknown would open data that nobody can ever have erased.
        void requireSubjects(Command command) {
            if (!makesKnown(command)) {
                named.forEach((pointer, whose) -> {
                    if (!subjects.isKnown(whose)) {
                        orphan = pointer;
                    }
                });
            }
            if (orphan != null) {
                var place = new Place(orphan, FailureCode.SUBJECT_NOT_NAMED, Map.of());
                throw Failure.in(List.of(place));
            }
        }
    }
}

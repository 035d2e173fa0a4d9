package vn.sovang.api.verification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.access.AccessEntry.Searched;
import vn.sovang.access.Accessor;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.verification.Lookups.Outcome;
import vn.sovang.api.verification.VerificationAnswer.ReadUntil;
import vn.sovang.privacy.BlindIndex;
import vn.sovang.projection.Projections;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.RecipientRow;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.statistics.Statistics;
import vn.sovang.projection.verification.Verified;
import vn.sovang.vocabulary.VerificationCode;

/// Answers what strangers ask about certificates.
@Component
final class Verifier {
    static final String NAME_PARAMETER = "ho-ten";

    /// As the access log names the question about a name.
    private static final String NAME_DOOR = "POST " + VerificationPages.PATH + "/{code}";

    private static final int MAX_NAME = 200;

    private final Ledger ledger;
    private final Projections projections;
    private final BlindIndex names;
    private final Lookups lookups = new Lookups(Clock.systemUTC());

    Verifier(Ledger ledger, Projections projections) {
        this.ledger = ledger;
        this.projections = projections;
        this.names = ledger.identities().blindIndex();
    }

    /// What was found.
    ///
    /// @param award the line in the register; not for strangers
    record Found(VerificationAnswer answer, AwardRow award) {}

    /// @throws Failure `VERIFICATION_CODE_MISTYPED`, `VERIFICATION_CODE_UNKNOWN`
    Found find(String typed) {
        var code =
                VerificationCode.read(typed)
                        .orElseThrow(() -> {
                            lookups.count(Outcome.MISTYPED);
                            return Failure.of(FailureCode.VERIFICATION_CODE_MISTYPED);
                        });
        var moment = now(projections);
        var register = projections.register().asOf(moment.position());
        var found = projections.verification().find(code, register, moment.position());
        lookups.count(found.isPresent() ? Outcome.FOUND : Outcome.UNKNOWN);
        return found.map(known -> told(code, known, moment))
                .orElseThrow(() -> Failure.of(FailureCode.VERIFICATION_CODE_UNKNOWN));
    }

    private static Found told(VerificationCode code, Verified known, Moments.Moment at) {
        var asOf = new ReadUntil(at.position(), at.recordedAt());
        return new Found(VerificationAnswer.of(code.toString(), known, asOf), known.award());
    }

    /// Now, with the tables of codes as far as the register.
    ///
    /// @throws Failure `BEHIND`
    static Moments.Moment now(Projections projections) {
        var found = projections.register().find(KnownAt.NOW, Statistics.PATIENCE);
        if (found instanceof Moments.Moment moment
                && projections.verification().await(moment.position(), Statistics.PATIENCE)) {
            return moment;
        }
        throw Failure.of(FailureCode.BEHIND, Map.of("asked", "?", "reached", "?"));
    }

    /// Whether the name on the certificate is the one in the register. On record before it is
    /// answered, without the name (R25).
    ///
    /// @throws Failure `PARAMETER_MALFORMED` for what is no name
    NameAnswer agrees(String typed, AwardRow award) {
        if (typed.length() > MAX_NAME) {
            throw Failure.at(NAME_PARAMETER, FailureCode.PARAMETER_MALFORMED, typed);
        }
        lookups.count(Outcome.NAME_ASKED);
        ledger.access()
                .enter(
                        Accessor.NOBODY,
                        List.of(
                                new Searched(
                                        NAME_DOOR,
                                        List.of(NAME_PARAMETER),
                                        List.of(award.id().value()))));
        var given = names.tokens(typed);
        var sealed = tokens(award, projections.register());
        if (sealed == null) {
            return NameAnswer.NOT_ANSWERED;
        }
        boolean spelled = same(given.spelled(), sealed.spelled());
        boolean letters = same(given.letters(), sealed.letters());
        if (spelled) {
            return NameAnswer.AGREES;
        }
        return letters ? NameAnswer.ACCENTS_DIFFER : NameAnswer.DIFFERS;
    }

    /// Null where nothing is to be said about the name.
    private BlindIndex.@Nullable Tokens tokens(AwardRow award, Register register) {
        var name = award.recipientName();
        boolean silent =
                register.recipient(award.line().recipient()).map(Verifier::isSilent).orElse(true);
        return name == null || silent ? null : names.of(List.of(name)).get(name.sealId());
    }

    private static boolean isSilent(RecipientRow recipient) {
        return recipient.restricted() || recipient.erasedOn() != null;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }

    Lookups lookups() {
        return lookups;
    }
}

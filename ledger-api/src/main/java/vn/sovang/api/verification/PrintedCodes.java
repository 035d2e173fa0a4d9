package vn.sovang.api.verification;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.sovang.access.AccessEntry;
import vn.sovang.api.PublicAddress;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.Register;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.VerificationCode;

/// The codes that offices print: of an item, or of an award line of which nothing was issued yet.
@Component
public final class PrintedCodes {
    private final Projections projections;

    public PrintedCodes(Projections projections) {
        this.projections = projections;
    }

    /// What is printed for a thing; empty for one that bears no code: an award of which items were
    /// issued, for those bear it.
    ///
    /// @param base address of the service, without a slash at its end
    /// @throws Failure `BEHIND`; `VERIFICATION_KEY_DIFFERS` where this node could only make codes
    ///   that would not be answered
    public Optional<PrintedCode> of(Id thing, String base) {
        var now = Verifier.now(projections);
        return bears(thing, projections.register().asOf(now.position()))
                ? Optional.of(printed(code(thing), base))
                : Optional.empty();
    }

    /// What is printed for the item or award line of that identity, whichever it is.
    ///
    /// @throws Failure as [#of]; `ID_MALFORMED`, `THING_NOT_FOUND`; `VERIFICATION_CODE_NONE` for an
    ///   award of which items were issued
    public PrintedCode named(String text, String base) {
        var id = id(text);
        var award = new AwardId(id);
        return of(new ArtifactId(id), base)
                .or(() -> of(award, base))
                .orElseThrow(() ->
                        projections.register().award(award).isPresent()
                                ? Failure.of(FailureCode.VERIFICATION_CODE_NONE)
                                : Failure.of(FailureCode.THING_NOT_FOUND, "id", text));
    }

    static UUID id(String text) {
        if (!AccessEntry.ID.matcher(text).matches()) {
            throw Failure.at("id", FailureCode.ID_MALFORMED, text);
        }
        return UUID.fromString(text);
    }

    /// Where strangers reach the service; where the operator does not say, as whoever asks now
    /// does.
    public static String base() {
        return PublicAddress.configured()
                .orElseGet(() ->
                        ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
    }

    private static boolean bears(Id thing, Register register) {
        return switch (thing) {
            case ArtifactId item -> register.artifact(item).isPresent();
            case AwardId award ->
                    register.award(award).isPresent() && register.artifactsOf(award).isEmpty();
            default -> false;
        };
    }

    private VerificationCode code(Id thing) {
        return projections
                .verification()
                .codeOf(thing)
                .orElseThrow(() -> Failure.of(FailureCode.VERIFICATION_KEY_DIFFERS));
    }

    private static PrintedCode printed(VerificationCode code, String base) {
        return new PrintedCode(code.toString(), base + VerificationPages.PATH + "/" + code);
    }
}

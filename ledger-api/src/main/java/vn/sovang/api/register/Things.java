package vn.sovang.api.register;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.history.HistoryLine;
import vn.sovang.projection.register.Register;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;

/// What has a page of its own in the register: how an address names it, and how it is found.
enum Things {
    AWARDS("khen-thuong", FailureCode.AWARD_NOT_FOUND),
    ARTIFACTS("hien-vat", FailureCode.ARTIFACT_NOT_FOUND),
    DECISIONS("quyet-dinh", FailureCode.DECISION_NOT_FOUND),
    RECIPIENTS("doi-tuong", FailureCode.RECIPIENT_NOT_FOUND),
    UNITS("don-vi", FailureCode.UNIT_NOT_FOUND),
    NOMINATIONS("de-nghi", FailureCode.NOMINATION_NOT_FOUND),
    REISSUE_CASES("cap-doi-cap-lai", FailureCode.REISSUE_CASE_NOT_FOUND);

    /// The pages of things, as a variable of an address.
    static final String PAGES =
            "{loai:khen-thuong|hien-vat|quyet-dinh|doi-tuong|don-vi|de-nghi|cap-doi-cap-lai}";

    private final String folder;
    private final FailureCode missing;

    Things(String folder, FailureCode missing) {
        this.folder = folder;
        this.missing = missing;
    }

    /// The kind whose pages lie in that folder.
    ///
    /// @throws Failure `NOT_FOUND`
    static Things inFolder(String folder) {
        for (Things things : values()) {
            if (things.folder.equals(folder)) {
                return things;
            }
        }
        throw Failure.of(FailureCode.NOT_FOUND);
    }

    /// The kind of an identity.
    static Things of(Id id) {
        return switch (id) {
            case AwardId _ -> AWARDS;
            case ArtifactId _ -> ARTIFACTS;
            case DecisionId _ -> DECISIONS;
            case RecipientId _ -> RECIPIENTS;
            case UnitId _ -> UNITS;
            case NominationId _ -> NOMINATIONS;
            case CaseId _ -> REISSUE_CASES;
            default -> throw new IllegalArgumentException("not in the register: " + id.tag());
        };
    }

    /// The address of the page of one thing.
    String page(Id id) {
        return "/" + folder + "/" + id.value();
    }

    /// The address of the list that the page of one thing lies below; none for what has no list.
    @Nullable String list() {
        return switch (this) {
            case AWARDS, DECISIONS, UNITS -> "/" + folder;
            case ARTIFACTS, RECIPIENTS, NOMINATIONS, REISSUE_CASES -> null;
        };
    }

    /// Where the name of that list stands.
    @Nullable String listKey() {
        return switch (this) {
            case AWARDS -> "page.awards";
            case DECISIONS -> "decisions.title";
            case UNITS -> "units.title";
            case ARTIFACTS, RECIPIENTS, NOMINATIONS, REISSUE_CASES -> null;
        };
    }

    /// Where the name of such a page stands.
    String nameKey() {
        return "page.of." + path();
    }

    /// Where the words stand that tell one from another by the end of its identity.
    String shortKey() {
        return "short." + path();
    }

    /// The kind that an address names, such as `reissue-cases`.
    ///
    /// @throws Failure `NOT_FOUND`
    static Things named(String path) {
        for (Things things : values()) {
            if (things.path().equals(path)) {
                return things;
            }
        }
        throw Failure.of(FailureCode.NOT_FOUND);
    }

    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws Failure `ID_MALFORMED`
    Id id(String text) {
        UUID id = AwardQuestion.id(text);
        return switch (this) {
            case AWARDS -> new AwardId(id);
            case ARTIFACTS -> new ArtifactId(id);
            case DECISIONS -> new DecisionId(id);
            case RECIPIENTS -> new RecipientId(id);
            case UNITS -> new UnitId(id);
            case NOMINATIONS -> new NominationId(id);
            case REISSUE_CASES -> new CaseId(id);
        };
    }

    /// What programs get of one thing.
    ///
    /// @throws Failure where the register does not know it
    Object form(Register register, Id id) {
        return find(register, id).orElseThrow(() -> missing(id));
    }

    /// The story as known at the moment; nothing yet for a thing that became known later.
    ///
    /// @throws Failure where the register does not know the thing even now
    List<HistoryLine> story(Id id, AsOf.View at, Register now, Stories stories) {
        if (find(now, id).isEmpty()) {
            throw missing(id);
        }
        return switch (id) {
            case AwardId award ->
                    at.register()
                            .award(award)
                            .map(row -> stories.ofAward(row, at))
                            .orElse(List.of());
            case RecipientId recipient -> stories.ofRecipient(recipient, at);
            default -> stories.of(id, at);
        };
    }

    boolean knows(Register register, Id id) {
        return find(register, id).isPresent();
    }

    Failure missing(Id id) {
        return Failure.of(missing, "id", id.value().toString());
    }

    private static Optional<?> find(Register register, Id id) {
        return switch (id) {
            case AwardId award -> register.award(award).map(RegisterForms.Award::of);
            case ArtifactId artifact -> register.artifact(artifact).map(RegisterForms.Artifact::of);
            case DecisionId d -> register.decision(d).map(ReferenceForms.Decision::of);
            case RecipientId r ->
                    register.recipient(r)
                            .map(row -> ReferenceForms.Recipient.of(row, register.sameAs(r)));
            case UnitId unit -> register.unit(unit).map(ReferenceForms.Unit::of);
            case NominationId n -> register.nomination(n).map(ReferenceForms.Nomination::of);
            case CaseId c -> register.reissueCase(c).map(ReferenceForms.Case::of);
            default -> throw new IllegalArgumentException("not in the register: " + id.tag());
        };
    }
}

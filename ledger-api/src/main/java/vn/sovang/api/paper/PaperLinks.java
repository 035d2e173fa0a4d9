package vn.sovang.api.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.api.door.Entitlement;
import vn.sovang.api.door.SignedIn;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.projection.register.NominationRow;
import vn.sovang.projection.register.NominationStatus;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;

/// The papers that can be drawn up of a thing, for its page.
@Component
public final class PaperLinks {
    private static final String ASKED = "/api/v1/papers/confirmation.pdf";

    private final Ledger ledger;
    private final Entitlement entitlement;

    PaperLinks(Ledger ledger, Entitlement entitlement) {
        this.ledger = ledger;
        this.entitlement = entitlement;
    }

    /// A file to take away.
    ///
    /// @param name of the format
    /// @param key of the words that replace it; null for none
    public record File(String name, @Nullable String key, String address) {}

    /// One paper in all its formats.
    ///
    /// @param key of its name
    public record Link(String key, List<File> files) {
        public Link {
            files = List.copyOf(files);
        }
    }

    /// None for whoever does not send papers, such as the data-protection officer.
    public List<Link> of(Id thing, Register register, SignedIn reader) {
        if (!entitlement.admits("GET", ASKED, reader)) {
            return List.of();
        }
        return switch (thing) {
            case AwardId award -> List.of(confirmation(award));
            case NominationId id ->
                    register.nomination(id).flatMap(PaperLinks::submission).stream().toList();
            case CaseId id -> register.reissueCase(id).flatMap(this::list).stream().toList();
            case DecisionId id ->
                    List.of(
                            new Link(
                                    "papers.title",
                                    List.of(
                                            new File(
                                                    "",
                                                    "papers.certificates",
                                                    "/quyet-dinh/" + id + "/in-phoi"))));
            default -> List.of();
        };
    }

    private static Link confirmation(AwardId award) {
        var files = new ArrayList<>(files("confirmation", "award=" + award));
        files.add(
                new File(
                        "",
                        "papers.confirmation.proof",
                        "/api/v1/papers/confirmation.pdf?award=" + award + "&proof=true"));
        return new Link("papers.confirmation", files);
    }

    private static Optional<Link> submission(NominationRow row) {
        var list = row.list();
        if (list == null && row.status() != NominationStatus.FILED) {
            return Optional.empty();
        }
        var asked = list == null ? "nomination=" + row.id() : "list=" + list;
        return Optional.of(new Link("papers.submission", files("submission", asked)));
    }

    /// The list on which the case stands, or the one its office would send now.
    private Optional<Link> list(ReissueCaseRow row) {
        var kind = row.subject().kind();
        var sent = sent(row.id());
        var office = row.office();
        if (sent == null && office == null) {
            return Optional.empty();
        }
        var asked =
                "kind="
                        + kind
                        + (sent != null
                                ? "&list=" + sent
                                : "&unit=" + office + "&status=" + row.status());
        return Optional.of(new Link("papers.reissue." + kind, files("reissue-list", asked)));
    }

    private @Nullable ListId sent(CaseId id) {
        return ledger.read(Set.of(TagQuery.of(id.tag(), ReissueProposed.class))).stream()
                .map(recorded -> ((ReissueProposed) recorded.fact().event()).list())
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private static List<File> files(String paper, String asked) {
        return PaperFormat.suffixes().stream()
                .map(suffix ->
                        new File(
                                suffix.toUpperCase(Locale.ROOT),
                                null,
                                "/api/v1/papers/" + paper + "." + suffix + "?" + asked))
                .toList();
    }
}

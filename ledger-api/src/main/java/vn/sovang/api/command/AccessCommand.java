package vn.sovang.api.command;

import java.io.IOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.Ledger;
import vn.sovang.access.AccessCatalogue;
import vn.sovang.access.AccessEntry.Searched;
import vn.sovang.access.AccessEntry.Unmasked;
import vn.sovang.access.AccessLine;
import vn.sovang.access.AccessQuestion;
import vn.sovang.access.Accessor;
import vn.sovang.api.access.AccessAsked;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.privacy.Unmasking;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.Sealed;

/// `access`: who opened, searched, unmasked or took away what, and why. Looking is on record too.
@Command(name = "access", sortOptions = false)
final class AccessCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Option(names = "--subject", paramLabel = "ID", descriptionKey = "access-subject")
    private @Nullable String subject;

    @Option(names = "--user", paramLabel = "USER", descriptionKey = "access-user")
    private @Nullable String user;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "access-kind")
    private List<String> kinds = List.of();

    @Option(names = "--from", paramLabel = "DATE|TIME", descriptionKey = "access-from")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE|TIME", descriptionKey = "access-to")
    private @Nullable String to;

    @Option(names = "--after", paramLabel = "POSITION", descriptionKey = "access-after")
    private long after;

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "access-limit")
    private int limit = 100;

    @Option(names = "--reasons", paramLabel = "WHY", descriptionKey = "access-reasons")
    private @Nullable String reasons;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin private final ByOption by = new ByOption();

    AccessCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        var question = question();
        var who = by.accessor();
        try (var installation = data.open(console)) {
            var ledger = installation.ledger();
            var page = ledger.access().find(question);
            ledger.access().note(who, List.of(searched(question)));
            var opened = reasons(ledger, page.lines(), who);
            new AccessPrinter(console, json).print(page, opened);
        }
        return 0;
    }

    private AccessQuestion question() {
        for (var kind : kinds) {
            if (!AccessCatalogue.kinds().contains(kind)) {
                throw Failure.at("--kind", FailureCode.VALUE_UNKNOWN, kind);
            }
        }
        if (limit < 1 || limit > AccessQuestion.MAX_LIMIT) {
            throw Failure.at("--limit", FailureCode.LIMIT_OUT_OF_RANGE, Integer.toString(limit));
        }
        return new AccessQuestion(
                id(),
                user,
                Set.copyOf(kinds),
                AccessAsked.moment("--from", from, LocalTime.MIN),
                AccessAsked.moment("--to", to, LocalTime.MAX),
                after,
                limit);
    }

    private @Nullable UUID id() {
        try {
            return subject == null ? null : UUID.fromString(subject);
        } catch (IllegalArgumentException e) {
            throw Failure.at("--subject", FailureCode.ID_MALFORMED, String.valueOf(subject))
                    .because(e);
        }
    }

    private Searched searched(AccessQuestion question) {
        var used = new ArrayList<String>();
        Map.of(
                        "from",
                        from != null,
                        "kind",
                        !kinds.isEmpty(),
                        "to",
                        to != null,
                        "user",
                        user != null)
                .forEach((name, given) -> {
                    if (given) {
                        used.add(name);
                    }
                });
        used.sort(null);
        var about = question.subject();
        return new Searched("sovang access", used, about == null ? List.of() : List.of(about));
    }

    /// Reasons are personal data: opened only where somebody says why, and that is entered.
    private Map<UUID, String> reasons(Ledger ledger, List<AccessLine> lines, Accessor who) {
        if (reasons == null) {
            return Map.of();
        }
        var sealed = new ArrayList<Sealed>();
        for (var line : lines) {
            if (line.what() instanceof Unmasked unmasked) {
                sealed.add(unmasked.reason());
            }
        }
        try {
            var why = new Unmasking(who.user(), who.role(), reasons);
            return ledger.identities().open(sealed, why);
        } catch (IllegalValue e) {
            throw Failure.at("--reasons", FailureCode.PARAMETER_MALFORMED, reasons).because(e);
        }
    }
}

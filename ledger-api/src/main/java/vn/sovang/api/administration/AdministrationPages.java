package vn.sovang.api.administration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.sovang.Ledger;
import vn.sovang.seal.KeyHistory;
import vn.sovang.seal.KeyHistory.Span;

/// The way to everything that whoever runs the service looks after, and the keys of the log (*quản
/// trị*). Keys change on the command line, which has their files.
@Controller
class AdministrationPages {
    private final Ledger ledger;

    AdministrationPages(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/quan-tri")
    String home() {
        return "administration/home";
    }

    /// A signing key and its time.
    ///
    /// @param state of the text that says what it is good for
    public record LogKey(String id, String verifier, Instant since, long position, String state) {}

    /// Another office that cosigns.
    ///
    /// @param at when it last did; null if it never did
    public record WitnessLine(String name, @Nullable Instant at, long size) {}

    @GetMapping("/quan-tri/khoa")
    String keys(Model model) {
        var history = ledger.signingKeys();
        var keys = new ArrayList<LogKey>();
        for (var span : history.keys()) {
            long since = Math.max(1, span.introducedAt());
            var recorded = ledger.feed().after(since - 1, 1).getFirst();
            keys.add(
                    new LogKey(
                            span.key().keyIdHex(),
                            span.key().toString(),
                            recorded.recordedAt(),
                            since,
                            state(span, history)));
        }
        model.addAttribute("origin", ledger.verifierKey().name());
        model.addAttribute("keys", keys);
        model.addAttribute("accessKey", ledger.access().verifierKey().toString());
        model.addAttribute("witnesses", witnesses());
        return "administration/keys";
    }

    private static String state(Span span, KeyHistory history) {
        if (!span.inUse()) {
            return "retired";
        }
        if (history.inUse().size() == 1) {
            return "only";
        }
        return span.key().equals(history.current()) ? "older" : "newer";
    }

    private List<WitnessLine> witnesses() {
        return ledger.policy().witnesses().stream()
                .map(witness -> {
                    var last = ledger.cosignatures().last(witness.key());
                    return new WitnessLine(
                            witness.key().name(),
                            last.map(l -> l.at()).orElse(null),
                            last.map(l -> l.size()).orElse(0L));
                })
                .toList();
    }
}

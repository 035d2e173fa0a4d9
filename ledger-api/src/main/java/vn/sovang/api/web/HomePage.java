package vn.sovang.api.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.sovang.Ledger;
import vn.sovang.seal.SealedCheckpoint;

/// The first page: what there is, and how much of it.
@Controller
class HomePage {
    private final Ledger ledger;

    HomePage(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("size", ledger.feed().head());
        model.addAttribute("sealedTo", ledger.checkpoint().map(SealedCheckpoint::size).orElse(0L));
        return "home";
    }
}

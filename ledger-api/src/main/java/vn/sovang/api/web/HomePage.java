package vn.sovang.api.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.sovang.Ledger;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.entry.Worktable;
import vn.sovang.api.kept.Shelf;
import vn.sovang.api.text.Messages;
import vn.sovang.seal.SealedCheckpoint;

/// The first page: what waits for whoever has signed in, what there is, and how much of it.
@Controller
class HomePage {
    /// Filters shown with their counts; each costs a read of its list.
    private static final int KEPT = 12;

    private final Ledger ledger;
    private final Worktable worktable;
    private final Shelf shelf;

    HomePage(Ledger ledger, Worktable worktable, Shelf shelf) {
        this.shelf = shelf;
        this.ledger = ledger;
        this.worktable = worktable;
    }

    @GetMapping("/")
    String home(@Nullable SignedIn reader, Model model, Locale locale) {
        if (reader != null) {
            model.addAttribute("work", worktable.of(reader, Messages.in(locale)));
            if (shelf.isFor(reader)) {
                model.addAttribute("kept", shelf.of(reader, Messages.in(locale), KEPT));
            }
        }
        model.addAttribute("size", ledger.feed().head());
        model.addAttribute("sealedTo", ledger.checkpoint().map(SealedCheckpoint::size).orElse(0L));
        return "home";
    }

    /// What the keyboard does, and where things are.
    @GetMapping("/tro-giup")
    String help() {
        return "help";
    }
}

package vn.sovang.api.register;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.sovang.api.PublicAddress;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.entry.NextSteps;
import vn.sovang.api.paper.PaperLinks;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Messages;
import vn.sovang.api.verification.PrintedCodes;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;

/// The page of one thing of the register: what was known of it at a moment, what belongs to it, its
/// history; and what differs between two moments.
@Controller
class ThingPages {
    private static final int ROWS = 50;

    private final Projections projections;
    private final Stories stories;
    private final AsOf moments;
    private final Reader reader;
    private final PrintedCodes codes;

    /// What depends on who looks.
    @Component
    record Reader(Scopes scopes, NextSteps next, PaperLinks papers) {}

    ThingPages(Projections projections, Stories stories, AsOf moments, Reader reader) {
        this.projections = projections;
        this.stories = stories;
        this.moments = moments;
        this.reader = reader;
        this.codes = new PrintedCodes(projections);
    }

    @GetMapping("/" + Things.PAGES + "/{id}")
    String thing(
            @PathVariable("loai") String folder,
            @PathVariable String id,
            @RequestParam(name = "so-ghi-den", required = false) @Nullable String knownAt,
            @RequestParam(name = "sau", required = false) @Nullable String after,
            SignedIn reader,
            Model model,
            Locale locale) {
        var things = Things.inFolder(folder);
        Id thing = things.id(id);
        var at = moments.forPage("so-ghi-den", knownAt, after);
        var sheet =
                new FactSheets(at.register(), Messages.in(locale))
                        .of(thing)
                        .orElseThrow(() -> things.missing(thing));
        head(model, things, thing, sheet);
        model.addAttribute("asked", knownAt);
        model.addAttribute("at", at);
        model.addAttribute("then", at.link(knownAt));
        model.addAttribute("first", after == null || after.isBlank());
        belongings(model, thing, this.reader.scopes().within(at.register(), reader), after);
        if (knownAt == null || knownAt.isBlank()) {
            var next = this.reader.next().of(thing, at.register(), reader, Messages.in(locale));
            model.addAttribute("steps_ahead", next);
            var papers = this.reader.papers().of(thing, at.register(), reader);
            model.addAttribute("papers", papers);
            printed(model, thing);
        }
        var story = things.story(thing, at, projections.register(), stories);
        model.addAttribute("steps", Timeline.of(story, stories.sealedTo()));
        return "register/thing";
    }

    /// The rest of the page is there also where no code can be made.
    private void printed(Model model, Id thing) {
        try {
            codes.of(thing, PrintedCodes.base())
                    .ifPresent(printed -> model.addAttribute("printed", printed));
        } catch (Failure failure) {
            model.addAttribute("unprinted", failure);
        }
        model.addAttribute("unaddressed", PublicAddress.configured().isEmpty());
    }

    private static void head(Model model, Things things, Id thing, FactSheet sheet) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("id", thing.value().toString());
        model.addAttribute("address", things.page(thing));
        model.addAttribute("list", things.list());
        model.addAttribute("listName", things.listKey());
        model.addAttribute("name", things.nameKey());
        model.addAttribute("evidence", evidence(things));
    }

    /// Under which name evidence about such a thing is asked for.
    private static @Nullable String evidence(Things things) {
        return switch (things) {
            case AWARDS -> "award";
            case RECIPIENTS -> "recipient";
            case ARTIFACTS, DECISIONS, UNITS, NOMINATIONS, REISSUE_CASES -> null;
        };
    }

    private static void belongings(
            Model model, Id thing, Register register, @Nullable String after) {
        switch (thing) {
            case AwardId award -> {
                model.addAttribute("artifacts", register.artifactsOf(award));
                model.addAttribute("cases", register.casesOf(award));
            }
            case DecisionId decision -> awards(model, AwardFilter.of(decision), register, after);
            case RecipientId recipient -> awards(model, AwardFilter.of(recipient), register, after);
            case UnitId unit ->
                    model.addAttribute(
                            "children",
                            register.units().stream().filter(u -> below(u, unit)).toList());
            default -> {
                // Everything else is told by its sheet and its history.
            }
        }
    }

    private static boolean below(UnitRow unit, UnitId parent) {
        return parent.equals(unit.parent());
    }

    private static void awards(
            Model model, AwardFilter filter, Register register, @Nullable String after) {
        var page = RegisterResource.page(register, filter, after, ROWS);
        List<AwardRow> rows = page.rows();
        model.addAttribute("rows", rows);
        if (page.next() != null) {
            model.addAttribute(
                    "next",
                    ServletUriComponentsBuilder.fromCurrentRequest()
                            .replaceQueryParam("sau", page.next())
                            .build()
                            .getQuery());
        }
    }

    @GetMapping("/" + Things.PAGES + "/{id}/so-sanh")
    String comparison(
            @PathVariable("loai") String folder,
            @PathVariable String id,
            @RequestParam(name = "tu", required = false) @Nullable String from,
            @RequestParam(name = "den", required = false) @Nullable String to,
            Model model,
            Locale locale) {
        var things = Things.inFolder(folder);
        Id thing = things.id(id);
        var now = moments.at("den", null);
        var messages = Messages.in(locale);
        var sheets = new FactSheets(now.register(), messages);
        var sheet = sheets.of(thing).orElseThrow(() -> things.missing(thing));
        head(model, things, thing, sheet);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        if (from != null && !from.isBlank()) {
            try {
                compare(
                        model,
                        thing,
                        new ComparedWords(sheets, now.register(), messages),
                        from,
                        to);
            } catch (Failure failure) {
                model.addAttribute("failure", failure);
            }
        }
        return "register/comparison";
    }

    private void compare(
            Model model, Id thing, ComparedWords words, String from, @Nullable String to) {
        var before = moments.at("tu", from);
        var after = moments.at("den", to);
        AsOf.inOrder(before, after);
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        projections
                .register()
                .comparisons()
                .of(thing, before.position(), after.position())
                .ifPresent(compared -> {
                    model.addAttribute("kind", compared.kind());
                    model.addAttribute("lines", words.of(compared));
                });
    }
}

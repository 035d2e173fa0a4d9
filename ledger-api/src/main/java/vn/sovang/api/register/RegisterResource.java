package vn.sovang.api.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.register.RegisterForms.Compared;
import vn.sovang.api.register.RegisterForms.ComparedAwards;
import vn.sovang.api.register.RegisterForms.Known;
import vn.sovang.api.register.RegisterForms.Story;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.Page;
import vn.sovang.projection.register.Register;

/// One thing of the register, its history and two moments of it, for programs.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "register")
class RegisterResource {
    private static final int USUAL_PAGE = 50;

    private static final String AS_OF =
            "position of the log, instant, or day in Vietnam; now without it";

    private static final String KINDS =
            "{kind:awards|artifacts|decisions|recipients|units|nominations|reissue-cases}";

    private final Projections projections;
    private final Stories stories;
    private final AsOf moments;
    private final Scopes scopes;

    RegisterResource(Projections projections, Stories stories, AsOf moments, Scopes scopes) {
        this.projections = projections;
        this.stories = stories;
        this.moments = moments;
        this.scopes = scopes;
    }

    @Operation(summary = "Award lines that appeared, changed or left a list between two moments")
    @GetMapping("/awards/comparison")
    ComparedAwards compareAwards(
            @Parameter(description = AS_OF) @RequestParam String from,
            @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "id of the deciding unit") @RequestParam(required = false)
                    @Nullable String authority,
            @Parameter(description = "code of the award type") @RequestParam(required = false)
                    @Nullable String award,
            @Parameter(description = "part of the number as written")
                    @RequestParam(required = false)
                    @Nullable String decisionNumber,
            @Parameter(description = "IN_FORCE, ANNULLED, STRIPPED or STRUCK")
                    @RequestParam(required = false)
                    @Nullable String status,
            @Parameter(description = "id of a recipient") @RequestParam(required = false)
                    @Nullable String recipient,
            @Parameter(description = "the `next` of the page before")
                    @RequestParam(required = false)
                    @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            SignedIn reader) {
        scopes.requireEverything(reader);
        var filter =
                new AwardQuestion(
                                authority,
                                award,
                                decisionNumber,
                                null,
                                null,
                                null,
                                status,
                                recipient)
                        .filter();
        int rows = AwardQuestion.limit(limit, USUAL_PAGE);
        String cursor = after == null || after.isBlank() ? null : after;
        if (cursor != null && !cursor.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw Failure.at("after", FailureCode.CURSOR_MALFORMED, cursor);
        }
        var before = moments.at("from", from);
        var later = moments.at("to", to);
        AsOf.inOrder(before, later);
        var page =
                projections
                        .register()
                        .comparisons()
                        .awards(filter, before.position(), later.position(), cursor, rows);
        return new ComparedAwards(before.form(), later.form(), page.rows(), page.next());
    }

    /// A page of the register.
    ///
    /// @throws Failure `CURSOR_MALFORMED`
    static Page<AwardRow> page(
            Register register, AwardFilter filter, @Nullable String after, int limit) {
        return listed(after, cursor -> register.awards(filter, cursor, limit));
    }

    /// A page of a list that goes on behind a cursor.
    ///
    /// @throws Failure `CURSOR_MALFORMED`
    static <T> Page<T> listed(@Nullable String after, Function<@Nullable String, Page<T>> list) {
        try {
            return list.apply(after == null || after.isBlank() ? null : after);
        } catch (IllegalArgumentException e) {
            throw Failure.at("after", FailureCode.CURSOR_MALFORMED, String.valueOf(after))
                    .because(e);
        }
    }

    @Operation(
            summary =
                    "One of awards, artifacts, decisions, recipients, units, nominations or"
                            + " reissue-cases")
    @GetMapping("/" + KINDS + "/{id}")
    ResponseEntity<Known<Object>> one(
            @PathVariable String kind,
            @PathVariable String id,
            @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String asOf) {
        var things = Things.named(kind);
        var thing = things.id(id);
        var at = moments.at("asOf", asOf);
        return ResponseEntity.ok()
                .eTag(tag(at))
                .body(new Known<>(things.form(at.register(), thing), at.form()));
    }

    @Operation(summary = "Everything that happened to it, oldest first, each step with its proof")
    @GetMapping("/" + KINDS + "/{id}/history")
    ResponseEntity<Story> history(
            @PathVariable String kind,
            @PathVariable String id,
            @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String asOf,
            @Parameter(description = "the same as asOf") @RequestParam(required = false)
                    @Nullable String knownAt) {
        var things = Things.named(kind);
        var thing = things.id(id);
        var at = asOf == null ? moments.at("knownAt", knownAt) : moments.at("asOf", asOf);
        var lines = things.story(thing, at, projections.register(), stories);
        return ResponseEntity.ok().eTag(tag(at)).body(Story.of(thing, lines, at.form()));
    }

    @Operation(summary = "What differs between two moments, field by field, and by which events")
    @GetMapping("/" + KINDS + "/{id}/comparison")
    Compared comparison(
            @PathVariable String kind,
            @PathVariable String id,
            @Parameter(description = AS_OF) @RequestParam String from,
            @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String to) {
        var things = Things.named(kind);
        var thing = things.id(id);
        var before = moments.at("from", from);
        var after = moments.at("to", to);
        AsOf.inOrder(before, after);
        return projections
                .register()
                .comparisons()
                .of(thing, before.position(), after.position())
                .map(compared -> new Compared(before.form(), after.form(), compared))
                .orElseThrow(() -> things.missing(thing));
    }

    /// What stands at a position never changes.
    private static String tag(AsOf.View at) {
        return "W/\"" + at.position() + (at.provisional() ? "p" : "") + "\"";
    }
}

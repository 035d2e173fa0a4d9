package vn.sovang.api.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.sovang.api.register.RegisterForms.Award;
import vn.sovang.api.register.RegisterForms.Awards;
import vn.sovang.api.register.RegisterForms.Story;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.Page;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;

/// Awards, items and their histories for programs.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "register")
class RegisterResource {
    private static final int USUAL_PAGE = 50;

    private final Projections projections;
    private final Stories stories;

    RegisterResource(Projections projections, Stories stories) {
        this.projections = projections;
        this.stories = stories;
    }

    @Operation(summary = "Award lines, newest day of signature first")
    @GetMapping("/awards")
    ResponseEntity<Awards> awards(
            @Parameter(description = "id of the deciding unit") @RequestParam(required = false)
                    @Nullable String authority,
            @Parameter(description = "code of the award type") @RequestParam(required = false)
                    @Nullable String award,
            @Parameter(description = "part of the number as written")
                    @RequestParam(required = false)
                    @Nullable String decisionNumber,
            @Parameter(description = "first day of signature") @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "last day of signature") @RequestParam(required = false)
                    @Nullable String to,
            @Parameter(description = "INDIVIDUAL, COLLECTIVE or HOUSEHOLD")
                    @RequestParam(required = false)
                    @Nullable String recipientKind,
            @Parameter(description = "IN_FORCE or ANNULLED") @RequestParam(required = false)
                    @Nullable String status,
            @Parameter(description = "id of a recipient") @RequestParam(required = false)
                    @Nullable String recipient,
            @Parameter(description = "the `next` of the page before")
                    @RequestParam(required = false)
                    @Nullable String after,
            @Parameter(description = "rows wanted, 1 to 500; 50 without it")
                    @RequestParam(required = false)
                    @Nullable String limit) {
        var question =
                new AwardQuestion(
                        authority,
                        award,
                        decisionNumber,
                        from,
                        to,
                        recipientKind,
                        status,
                        recipient);
        var page =
                page(projections, question.filter(), after, AwardQuestion.limit(limit, USUAL_PAGE));
        var answer = ResponseEntity.ok();
        if (page.next() != null) {
            answer.header(HttpHeaders.LINK, "<" + address(page.next()) + ">; rel=\"next\"");
        }
        return answer.body(Awards.of(page));
    }

    private static String address(String next) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("after", next)
                .toUriString();
    }

    /// A page of the register.
    ///
    /// @throws Failure `CURSOR_MALFORMED`
    static Page<AwardRow> page(
            Projections projections, AwardFilter filter, @Nullable String after, int limit) {
        var cursor = after == null || after.isBlank() ? null : after;
        try {
            return projections.register().awards(filter, cursor, limit);
        } catch (IllegalArgumentException e) {
            throw Failure.at("after", FailureCode.CURSOR_MALFORMED, String.valueOf(after))
                    .because(e);
        }
    }

    @Operation(summary = "One award line")
    @GetMapping("/awards/{id}")
    Award award(@PathVariable String id) {
        return Award.of(find(projections, id));
    }

    static AwardRow find(Projections projections, String id) {
        var award = new AwardId(AwardQuestion.id(id));
        return projections
                .register()
                .award(award)
                .orElseThrow(() -> Failure.of(FailureCode.AWARD_NOT_FOUND, "id", id));
    }

    @Operation(summary = "Everything that happened to an award line, oldest first")
    @GetMapping("/awards/{id}/history")
    Story awardHistory(
            @PathVariable String id,
            @Parameter(description = "position, instant, or day in Vietnam; now without it")
                    @RequestParam(required = false)
                    @Nullable String knownAt) {
        var award = find(projections, id).id();
        return Story.of(award.value(), stories.ofAward(award, knownAt));
    }

    @Operation(summary = "One physical item")
    @GetMapping("/artifacts/{id}")
    RegisterForms.Artifact artifact(@PathVariable String id) {
        return RegisterForms.Artifact.of(findArtifact(projections, id));
    }

    static ArtifactRow findArtifact(Projections projections, String id) {
        var artifact = new ArtifactId(AwardQuestion.id(id));
        return projections
                .register()
                .artifact(artifact)
                .orElseThrow(() -> Failure.of(FailureCode.ARTIFACT_NOT_FOUND, "id", id));
    }

    @Operation(summary = "Everything that happened to an item, oldest first")
    @GetMapping("/artifacts/{id}/history")
    Story artifactHistory(
            @PathVariable String id,
            @Parameter(description = "position, instant, or day in Vietnam; now without it")
                    @RequestParam(required = false)
                    @Nullable String knownAt) {
        var artifact = findArtifact(projections, id).id();
        return Story.of(artifact.value(), stories.of(artifact, knownAt));
    }
}

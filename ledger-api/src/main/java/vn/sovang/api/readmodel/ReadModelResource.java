package vn.sovang.api.readmodel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.sovang.api.readmodel.ReadModelForms.ReadModel;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.work.ProgressStream;
import vn.sovang.projection.Projections;
import vn.sovang.projection.RebuildProgress;
import vn.sovang.projection.Rebuilds;
import vn.sovang.projection.Rebuilds.Asked;

/// The read models for programs of the administrator.
@RestController
@RequestMapping(path = "/api/v1/read-models", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "read-models")
class ReadModelResource {
    private final Projections projections;
    private final Rebuilds rebuilds;

    ReadModelResource(Projections projections) {
        this.projections = projections;
        this.rebuilds = projections.rebuilds();
    }

    @Operation(summary = "Every read model: how far it is, and why one stands still")
    @GetMapping
    List<ReadModel> all() {
        return projections.statuses().stream().map(ReadModel::of).toList();
    }

    @Operation(summary = "One read model")
    @GetMapping("/{name}")
    ReadModel one(@PathVariable String name) {
        return all().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.of(FailureCode.READ_MODEL_UNKNOWN, "name", name));
    }

    @Operation(
            summary = "Rebuilds a read model beside the live one",
            description =
                    "Goes on with a rebuild that was begun. Any node on the same data does the"
                            + " work; the answer's Location tells how far it is.")
    @PostMapping("/{name}/rebuild")
    ResponseEntity<ReadModelForms.Rebuild> begin(@PathVariable String name) {
        RebuildRequests.require(rebuilds.begin(name), name);
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, "/api/v1/read-models/" + name + "/rebuild")
                .body(progress(name));
    }

    @Operation(summary = "How far the newest rebuild of a read model is, or how it ended")
    @GetMapping("/{name}/rebuild")
    ReadModelForms.Rebuild progress(@PathVariable String name) {
        return ReadModelForms.Rebuild.of(RebuildRequests.progress(rebuilds, name));
    }

    @Operation(summary = "Pauses a rebuild: it keeps what it has built")
    @PostMapping("/{name}/rebuild/pause")
    ReadModelForms.Rebuild pause(@PathVariable String name) {
        return changed(rebuilds.pause(name), name);
    }

    @Operation(summary = "Goes on with a paused rebuild, or tries a stopped one again at once")
    @PostMapping("/{name}/rebuild/resume")
    ReadModelForms.Rebuild resume(@PathVariable String name) {
        return changed(rebuilds.resume(name), name);
    }

    @Operation(summary = "Gives a rebuild up and drops what it has built")
    @PostMapping("/{name}/rebuild/cancel")
    ReadModelForms.Rebuild cancel(@PathVariable String name) {
        return changed(rebuilds.cancel(name), name);
    }

    private ReadModelForms.Rebuild changed(Asked asked, String name) {
        RebuildRequests.require(asked, name);
        return progress(name);
    }

    @Operation(summary = "Drops the tables that were live before the last swap")
    @DeleteMapping("/{name}/old")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dropOld(@PathVariable String name) {
        RebuildRequests.require(rebuilds.dropOld(name), name);
    }

    @Operation(
            summary = "Progress of a rebuild as server-sent events",
            description = "One event `progress` a change; ends with the rebuild.")
    @GetMapping(path = "/{name}/rebuild/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String name) {
        var stream =
                new ProgressStream<RebuildProgress>(
                        progress -> progress.state().isOpen(),
                        rebuilds::awaitNews,
                        ReadModelForms.Rebuild::of);
        return stream.of(RebuildRequests.progress(rebuilds, name), name);
    }
}

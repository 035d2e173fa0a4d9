package vn.sovang.api.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;

/// The events behind a figure as JSON, each with the address of its proof.
final class TraceJson {
    private TraceJson() {}

    static String write(Answered answer, List<TracedEvent> events, @Nullable String next) {
        return StatisticsJson.text(json -> {
            json.writeStartObject();
            StatisticsJson.basis(answer, json);
            json.writeName("events");
            json.writeStartArray();
            events.forEach(event -> write(event, json));
            json.writeEndArray();
            StatisticsJson.optional(json, "next", next);
            json.writeEndObject();
        });
    }

    private static void write(TracedEvent event, JsonGenerator json) {
        var counted = event.counted();
        json.writeStartObject();
        json.writeNumberProperty("position", counted.position());
        json.writeNumberProperty("knownAt", counted.knownAt());
        json.writeStringProperty("type", event.type());
        json.writeStringProperty("eventId", event.recorded().id().toString());
        json.writeStringProperty("countsOn", counted.effectiveOn().toString());
        json.writeStringProperty("effectiveOn", event.recorded().fact().effectiveOn().toString());
        json.writeStringProperty("recordedAt", event.recorded().recordedAt().toString());
        StatisticsJson.optional(json, "arrivedOn", counted.arrivedOn());
        json.writeNumberProperty("delta", counted.delta());
        StatisticsJson.optional(json, "award", event.award());
        json.writeStringProperty("proof", "/api/v1/log/events/" + counted.position() + "/proof");
        json.writeEndObject();
    }
}

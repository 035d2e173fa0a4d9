package vn.sovang.api.statistics;

import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.sovang.projection.statistics.Breakdown;
import vn.sovang.projection.statistics.Cell;
import vn.sovang.projection.statistics.Comparison;
import vn.sovang.projection.statistics.Dimension;
import vn.sovang.projection.statistics.Selection;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.UnitName;

/// Figures as JSON: the one form that the REST interface and the command line share.
///
/// ```json
/// {"policy": "CALENDAR_HALF_YEAR", "period": {"from": "2024-01-01", "to": "2024-06-30"},
///  "knownAt": {"position": 1234, "recordedAt": "2026-11-22T08:00:00.000001Z"},
///  "cells": [{"measure": "DECIDED", "award": "LDTT", "level": "CO_SO", "recipientKind":
///    "INDIVIDUAL", "commendationType": "PHONG_TRAO", "authority": "UBND thành phố …",
///    "proposingUnit": "KHONG_RO", "recipientUnit": "KHONG_RO", "count": 438}]}
/// ```
///
/// Units are the names of their deciding bodies, with the identity in a field beside; what the
/// paper does not say is `KHONG_RO`. `claimed` is null for what the ledger knows, and says by which
/// day where the figures are what the office claims to have known (R2).
public final class StatisticsJson {
    private static final JsonFactory JSON = new JsonFactory();

    private StatisticsJson() {}

    /// Writes every cell of the answer as UTF-8 and leaves the stream open.
    public static void write(Answered answer, OutputStream out) {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            write(answer, whole(answer), null, json);
        }
    }

    public static String write(Answered answer) {
        return write(answer, whole(answer), null);
    }

    private static Breakdown whole(Answered answer) {
        return Breakdown.of(answer, List.of(Dimension.values()), Selection.ALL);
    }

    /// @param recipients for each line how many recipients are behind it; null if nobody asked
    public static String write(
            Answered answer, Breakdown breakdown, @Nullable List<Long> recipients) {
        return text(json -> write(answer, breakdown, recipients, json));
    }

    /// Two answers beside each other.
    public static String write(Comparison comparison) {
        return text(json -> {
            json.writeStartObject();
            json.writeName("first");
            json.writeStartObject();
            basis(comparison.first(), json);
            json.writeEndObject();
            json.writeName("second");
            json.writeStartObject();
            basis(comparison.second(), json);
            json.writeEndObject();
            if (comparison.acrossReform()) {
                json.writeStringProperty("breakOn", Comparison.DISTRICTS_ENDED.toString());
            } else {
                json.writeNullProperty("breakOn");
            }
            json.writeName("lines");
            json.writeStartArray();
            for (var line : comparison.lines()) {
                json.writeStartObject();
                json.writeStringProperty("measure", line.measure().name());
                for (var dimension : comparison.by()) {
                    dimension(json, dimension, line.cell());
                }
                json.writeNumberProperty("first", line.first());
                json.writeNumberProperty("second", line.second());
                json.writeNumberProperty("difference", line.difference());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static String text(Consumer<JsonGenerator> writer) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            writer.accept(json);
        }
        return text.toString();
    }

    private static void write(
            Answered answer,
            Breakdown breakdown,
            @Nullable List<Long> recipients,
            JsonGenerator json) {
        json.writeStartObject();
        basis(answer, json);
        json.writeName("cells");
        json.writeStartArray();
        int i = 0;
        for (var line : breakdown.lines()) {
            write(
                    answer,
                    breakdown.by(),
                    line,
                    recipients == null ? null : recipients.get(i++),
                    json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// What the figures stand on.
    static void basis(Answered answer, JsonGenerator json) {
        json.writeStringProperty("policy", PolicyName.of(answer.policy(), answer.period()));
        json.writeName("period");
        json.writeStartObject();
        json.writeStringProperty("from", answer.from().toString());
        json.writeStringProperty("to", answer.to().toString());
        json.writeEndObject();
        json.writeName("knownAt");
        json.writeStartObject();
        json.writeNumberProperty("position", answer.position());
        optional(json, "recordedAt", answer.recordedAt());
        json.writeBooleanProperty("provisional", answer.provisional());
        json.writeEndObject();
        json.writeName("claimed");
        if (answer.query().officeKnewAt() == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            json.writeStringProperty("officeKnewAt", answer.query().officeKnewAt().toString());
            json.writeNumberProperty("withoutArrival", answer.withoutArrival());
            json.writeEndObject();
        }
        json.writeStringProperty("view", answer.view().name());
        json.writeStringProperty("units", answer.query().units().name());
        json.writeNumberProperty("enteredAfterTheFact", answer.enteredAfterTheFact());
    }

    private static void write(
            Answered answer,
            List<Dimension> by,
            Breakdown.Line line,
            @Nullable Long recipients,
            JsonGenerator json) {
        Cell cell = line.cells().getFirst();
        var unallocated = new ArrayList<String>();
        json.writeStartObject();
        json.writeStringProperty("measure", line.measure().name());
        for (var dimension : by) {
            dimension(json, dimension, cell);
            UnitName unit = dimension.unit(cell);
            if (unit != null && answer.unallocated().containsKey(unit.id())) {
                unallocated.add(dimension.field());
            }
        }
        if (!unallocated.isEmpty()) {
            json.writeName("unallocated");
            json.writeStartArray();
            unallocated.forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeNumberProperty("count", line.count());
        if (recipients != null) {
            json.writeNumberProperty("recipients", recipients);
        }
        json.writeStringProperty("events", events(answer, by, line));
        json.writeEndObject();
    }

    private static void dimension(JsonGenerator json, Dimension dimension, Cell cell) {
        switch (dimension) {
            case AWARD -> {
                json.writeStringProperty("award", cell.award().value());
                json.writeStringProperty("awardName", cell.awardName());
            }
            case AUTHORITY, PROPOSING_UNIT, RECIPIENT_UNIT ->
                    unit(json, dimension.field(), dimension.unit(cell));
            case REISSUE_KIND -> {
                if (cell.reissueKind() != null) {
                    json.writeStringProperty("reissueKind", cell.reissueKind().name());
                }
            }
            case ARTIFACT_KIND -> {
                if (cell.artifactKind() != null) {
                    json.writeStringProperty("artifactKind", cell.artifactKind().name());
                }
            }
            case RECIPIENT_KIND -> optional(json, "recipientKind", cell.recipientKind());
            case COMMENDATION_TYPE -> optional(json, "commendationType", cell.commendationType());
            case RANK, LEVEL, RECIPIENT_CLASS ->
                    json.writeStringProperty(dimension.field(), dimension.of(cell));
        }
    }

    /// Where the events behind a line are listed: the same question, and the line.
    static String events(Answered answer, List<Dimension> by, Breakdown.Line line) {
        return "/api/v1/statistics/events?" + query(answer, by, line);
    }

    private static String query(Answered answer, List<Dimension> by, Breakdown.Line line) {
        var parameters = new LinkedHashMap<String, String>();
        var query = answer.query();
        parameters.put("period", answer.period().toString());
        parameters.put("policy", PolicyName.of(answer.policy(), answer.period()));
        if (query.authority() != null) {
            parameters.put("authority", query.authority().toString());
        }
        parameters.put("knownAt", Long.toString(answer.position()));
        parameters.put("view", query.view().name().toLowerCase(Locale.ROOT));
        parameters.put("units", query.units().name().toLowerCase(Locale.ROOT));
        if (query.officeKnewAt() != null) {
            parameters.put("officeKnewAt", query.officeKnewAt().toString());
        }
        parameters.put("measure", line.measure().name());
        for (int i = 0; i < by.size(); i++) {
            // Nobody can choose by what no event tells.
            if (by.get(i) != Dimension.RECIPIENT_CLASS) {
                parameters.put(by.get(i).field(), line.codes().get(i));
            }
        }
        var text = new ArrayList<String>();
        parameters.forEach((name, value) ->
                text.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", text);
    }

    static void optional(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    private static void unit(JsonGenerator json, String name, @Nullable UnitName unit) {
        if (unit == null) {
            json.writeStringProperty(name, Dimension.UNKNOWN);
            return;
        }
        var authority = unit.authorityName();
        json.writeStringProperty(name, authority == null ? Dimension.UNKNOWN : authority);
        json.writeStringProperty(name + "Id", unit.id().toString());
    }
}

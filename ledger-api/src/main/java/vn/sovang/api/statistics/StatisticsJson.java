package vn.sovang.api.statistics;

import java.io.OutputStream;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.sovang.projection.statistics.Cell;
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
/// paper does not say is `KHONG_RO`.
public final class StatisticsJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String UNKNOWN = "KHONG_RO";

    private StatisticsJson() {}

    /// Writes the answer as UTF-8 and leaves the stream open.
    public static void write(Answered answer, OutputStream out) {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            write(answer, json);
        }
    }

    public static String write(Answered answer) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(answer, json);
        }
        return text.toString();
    }

    private static void write(Answered answer, JsonGenerator json) {
        json.writeStartObject();
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
        json.writeStringProperty("view", answer.view().name());
        json.writeNumberProperty("enteredAfterTheFact", answer.enteredAfterTheFact());
        json.writeName("cells");
        json.writeStartArray();
        for (var cell : answer.cells()) {
            write(cell, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Cell cell, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("measure", cell.measure().name());
        json.writeStringProperty("award", cell.award().value());
        json.writeStringProperty("awardName", cell.awardName());
        json.writeStringProperty("level", cell.level().name());
        if (cell.reissueKind() != null) {
            json.writeStringProperty("reissueKind", cell.reissueKind().name());
        }
        optional(json, "recipientKind", cell.recipientKind());
        optional(json, "commendationType", cell.commendationType());
        unit(json, "authority", cell.authority());
        unit(json, "proposingUnit", cell.proposingUnit());
        unit(json, "recipientUnit", cell.recipientUnit());
        json.writeNumberProperty("count", cell.count());
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    private static void unit(JsonGenerator json, String name, @Nullable UnitName unit) {
        if (unit == null) {
            json.writeStringProperty(name, UNKNOWN);
            return;
        }
        var authority = unit.authorityName();
        json.writeStringProperty(name, authority == null ? UNKNOWN : authority);
        json.writeStringProperty(name + "Id", unit.id().toString());
    }
}

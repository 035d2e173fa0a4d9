package vn.sovang.api.statistics;

import vn.sovang.projection.statistics.OfficialForm;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;

/// An official form as JSON: rows by columns, and why a row is empty.
public final class FormJson {
    private FormJson() {}

    public static String write(OfficialForm form, Answered answer) {
        return StatisticsJson.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("form", form.code().number());
            StatisticsJson.basis(answer, json);
            json.writeName("columns");
            json.writeStartArray();
            form.columns().forEach(column -> json.writeString(column.name()));
            json.writeEndArray();
            json.writeName("rows");
            json.writeStartArray();
            for (var row : form.rows()) {
                json.writeStartObject();
                json.writeStringProperty("row", row.row().name());
                if (row.gap() == null) {
                    json.writeName("counts");
                    json.writeStartObject();
                    for (int i = 0; i < form.columns().size(); i++) {
                        json.writeNumberProperty(form.columns().get(i).name(), row.counts().get(i));
                    }
                    json.writeEndObject();
                } else {
                    json.writeStringProperty("gap", row.gap().name());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}

package vn.sovang.api.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.statistics.Cell;
import vn.sovang.projection.statistics.Dimension;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.UnitName;
import vn.sovang.vocabulary.UnitId;

/// A figure's dimensions in a reader's words.
public record FigureWords(Messages messages) {
    /// @param answer tells which units were divided
    public String of(Dimension dimension, Cell cell, Answered answer) {
        return switch (dimension) {
            case AWARD -> award(cell.awardName());
            case LEVEL -> messages.of(cell.level());
            case RANK -> word(cell.rank());
            case RECIPIENT_KIND -> word(cell.recipientKind());
            case COMMENDATION_TYPE -> word(cell.commendationType());
            case REISSUE_KIND -> word(cell.reissueKind());
            case ARTIFACT_KIND -> word(cell.artifactKind());
            case RECIPIENT_CLASS -> unknown();
            case AUTHORITY, PROPOSING_UNIT, RECIPIENT_UNIT -> unit(dimension.unit(cell), answer);
        };
    }

    /// Which units of the answer were divided, and among whom.
    public List<String> unallocated(Answered answer) {
        var names = new LinkedHashMap<UnitId, String>();
        for (var cell : answer.cells()) {
            for (var dimension : Dimension.values()) {
                var unit = dimension.unit(cell);
                if (unit != null && answer.unallocated().containsKey(unit.id())) {
                    names.put(unit.id(), name(unit));
                }
            }
        }
        var texts = new ArrayList<String>();
        names.forEach((id, name) -> {
            var among =
                    answer.unallocated().getOrDefault(id, List.of()).stream()
                            .map(FigureWords::name)
                            .collect(Collectors.joining(", "));
            texts.add(messages.text("statistics.unallocated", name, among));
        });
        return texts;
    }

    private static String name(UnitName unit) {
        return unit.authorityName() == null ? unit.id().toString() : unit.authorityName();
    }

    public String award(String name) {
        return StatisticsTable.isUnknown(name) ? unknown() : name;
    }

    private String unit(@Nullable UnitName unit, Answered answer) {
        if (unit == null) {
            return unknown();
        }
        return answer.unallocated().containsKey(unit.id())
                ? messages.text("statistics.unallocated.unit", name(unit))
                : name(unit);
    }

    private String word(@Nullable Enum<?> value) {
        return value == null ? unknown() : messages.of(value);
    }

    private String unknown() {
        return messages.text("statistics.award.unknown");
    }
}

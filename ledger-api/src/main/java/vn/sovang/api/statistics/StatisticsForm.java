package vn.sovang.api.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.View;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;

/// The form of [StatisticsJson], for the published interface only: the writer streams.
/// `StatisticsResourceTest` reads an answer back into it.
record StatisticsForm(
        String policy,
        Days period,
        Moment knownAt,
        View view,
        long enteredAfterTheFact,
        List<Figure> cells) {
    record Days(LocalDate from, LocalDate to) {}

    record Moment(long position, @Nullable Instant recordedAt, boolean provisional) {}

    record Figure(
            Measure measure,
            String award,
            String awardName,
            AwardLevel level,
            @Nullable ReissueKind reissueKind,
            @Nullable RecipientKind recipientKind,
            @Nullable CommendationType commendationType,
            String authority,
            @Nullable String authorityId,
            String proposingUnit,
            @Nullable String proposingUnitId,
            String recipientUnit,
            @Nullable String recipientUnitId,
            long count) {}

    StatisticsForm {
        cells = List.copyOf(cells);
    }
}

package vn.sovang.api.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.UnitView;
import vn.sovang.projection.statistics.View;
import vn.sovang.vocabulary.ArtifactKind;
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
        @Nullable Claimed claimed,
        View view,
        UnitView units,
        long enteredAfterTheFact,
        List<Figure> cells) {
    record Days(LocalDate from, LocalDate to) {}

    record Moment(long position, @Nullable Instant recordedAt, boolean provisional) {}

    /// What the office claims to have known; nobody can prove it.
    ///
    /// @param withoutArrival of all lines counted, those whose paper bears no day of arrival; they
    ///   count from the day of their act on
    record Claimed(LocalDate officeKnewAt, long withoutArrival) {}

    /// @param unallocated dimensions whose unit was divided, so that nobody follows it alone
    /// @param recipients how many are behind the figure, if asked for
    /// @param events address of the events behind the figure
    record Figure(
            Measure measure,
            String award,
            String awardName,
            String rank,
            AwardLevel level,
            @Nullable ReissueKind reissueKind,
            @Nullable ArtifactKind artifactKind,
            @Nullable RecipientKind recipientKind,
            String recipientClass,
            @Nullable CommendationType commendationType,
            String authority,
            @Nullable String authorityId,
            String proposingUnit,
            @Nullable String proposingUnitId,
            String recipientUnit,
            @Nullable String recipientUnitId,
            @Nullable List<String> unallocated,
            long count,
            @Nullable Long recipients,
            String events) {}

    StatisticsForm {
        cells = List.copyOf(cells);
    }
}

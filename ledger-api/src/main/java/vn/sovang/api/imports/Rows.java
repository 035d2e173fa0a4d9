package vn.sovang.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.Provenance;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;

/// The rows of a file as values, in file order. Owned by one reading.
final class Rows {
    final List<ListRow> lists = new ArrayList<>();
    final List<DecisionRow> decisions = new ArrayList<>();
    private final Map<NumberAndDay, List<DecisionRow>> byNumber = new HashMap<>();
    final List<LineRow> lines = new ArrayList<>();
    final List<ReissueRow> reissues = new ArrayList<>();
    final List<SurveyRow> surveys = new ArrayList<>();
    final List<SheetRow> sheets = new ArrayList<>();

    /// Sheets of which a row could not be read: what another row misses may stand there.
    final Set<SheetKind> unread = EnumSet.noneOf(SheetKind.class);

    /// Unless the file says otherwise: an office's own list, of which nobody has seen the papers.
    Provenance.Source source = Provenance.Source.OFFICE_LIST;

    Provenance.Confidence confidence = Provenance.Confidence.MEDIUM;

    /// Who is honoured, as the row has it.
    ///
    /// @param key the file's own key: rows with one key speak of one recipient
    record Party(
            @Nullable String key,
            String name,
            @Nullable String birth,
            @Nullable String residence,
            RecipientKind kind) {}

    /// What for, as the row has it.
    record Honour(
            AwardCode award, Rank rank, CommendationType type, @Nullable String recipientUnit) {}

    /// A nomination, on a list or only filed.
    record ListRow(
            Fields at,
            @Nullable DocumentNumber list,
            LocalDate day,
            String from,
            @Nullable String to,
            Party party,
            Honour honour,
            @Nullable String nomination,
            @Nullable LocalDate withdrawnOn,
            @Nullable String asFound) {}

    /// The header of a decision.
    record DecisionRow(
            Fields at,
            DocumentNumber number,
            LocalDate day,
            String authority,
            @Nullable String signer,
            @Nullable String asFound) {}

    /// A line of a decision.
    record LineRow(
            Fields at,
            String sheet,
            DocumentNumber decision,
            LocalDate day,
            @Nullable String authority,
            Party party,
            Honour honour,
            ConferralMode mode,
            @Nullable String proposer,
            @Nullable String nomination,
            @Nullable String asFound) {}

    /// A case of exchange, re-issue or first issue.
    ///
    /// @param remark number and day of the decision of the award, its rank, and what another paper
    ///   suggests
    record ReissueRow(
            Fields at,
            @Nullable DocumentNumber list,
            LocalDate day,
            String from,
            @Nullable String to,
            Party party,
            Honour honour,
            ArtifactKind artifact,
            ReissueKind kind,
            @Nullable FirstIssueReading reading,
            @Nullable String remark,
            @Nullable String asFound) {}

    /// A survey campaign.
    record SurveyRow(
            Fields at,
            DocumentNumber letter,
            LocalDate day,
            String unit,
            AwardCode award,
            String subject,
            @Nullable String asFound) {}

    /// An item that a survey looked at.
    ///
    /// @param decision what the sheet says of the decision; absent if it says nothing
    /// @param noDecision the sheet says that none was found
    /// @param anotherPerson the sheet says that it is nobody of the same name in the ledger
    record SheetRow(
            Fields at,
            DocumentNumber letter,
            LocalDate day,
            String unit,
            @Nullable String ward,
            Party party,
            @Nullable DecisionSaid decision,
            boolean noDecision,
            boolean anotherPerson,
            Seen seen,
            Kept kept,
            @Nullable String asFound) {}

    /// What a sheet says of the decision of the award.
    record DecisionSaid(
            DocumentNumber number, LocalDate day, String authority, @Nullable ConferralMode mode) {}

    /// What the officer saw.
    record Seen(
            ArtifactKind kind,
            ArtifactCondition condition,
            LifeStatus life,
            @Nullable String died,
            @Nullable ReissueKind proposed,
            @Nullable String surveyor) {}

    /// Who keeps the item.
    ///
    /// @param until last day on which the keeper's data are kept
    record Kept(
            KeeperRelation relation,
            @Nullable String name,
            @Nullable String address,
            @Nullable LocalDate until) {}

    /// By what a line names its decision.
    private record NumberAndDay(String number, LocalDate day) {}

    void add(DecisionRow row) {
        decisions.add(row);
        byNumber.computeIfAbsent(
                        new NumberAndDay(row.number().folded(), row.day()), _ -> new ArrayList<>())
                .add(row);
    }

    /// Decisions read so far that bear the number and the day.
    List<DecisionRow> decisionsOf(DocumentNumber number, LocalDate day) {
        return byNumber.getOrDefault(new NumberAndDay(number.folded(), day), List.of());
    }

    int count() {
        return lists.size()
                + decisions.size()
                + lines.size()
                + reissues.size()
                + surveys.size()
                + sheets.size();
    }
}

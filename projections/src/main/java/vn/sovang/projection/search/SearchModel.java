package vn.sovang.projection.search;

import static vn.sovang.projection.readmodel.Sql.array;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.PrivacyEvent.IdentityErased;
import vn.sovang.event.PrivacyEvent.ProcessingRestricted;
import vn.sovang.event.PrivacyEvent.RestrictionLifted;
import vn.sovang.event.RecipientEvent.RecipientCorrected;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.ReissueEvent;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.event.UnitEvent.UnitRecoded;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.privacy.NameIndex;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.Folding;
import vn.sovang.vocabulary.GoldenBookNumber;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SerialNumber;

/// Writes what things are found by.
public final class SearchModel implements ReadModel {
    private static final String DDL =
            """
            -- no name, and nothing that is equal for equal names
            create table recipient (
                recipient_id uuid primary key,
                kind text not null,
                tokens bytea,
                restricted boolean not null,
                rebuilt boolean not null,
                position bigint not null,
                known_at bigint not null,
                -- position from which the row is as it is
                changed bigint not null
            );
            create index recipient_changed on recipient (changed);

            create table entry (
                kind text not null,
                id text not null,
                label text not null,
                spelled text not null,
                words tsvector not null,
                compact text not null,
                -- of kinds that are found by a part of their number
                parts text[],
                detail text,
                on_day date,
                about text,
                award uuid,
                artifact uuid,
                rebuilt boolean not null,
                position bigint not null,
                known_at bigint not null,
                primary key (kind, id, label)
            );
            """;

    // Without lists of what is not indexed yet, which every question would go through.
    private static final String INDEXES =
            """
            create index on entry using gin (words) with (fastupdate = off);
            create index on entry using gin (parts) with (fastupdate = off);
            create index on entry using hash (compact);
            """;

    private static final String REGISTER =
            """
            insert into recipient (recipient_id, kind, tokens, restricted, rebuilt, position,
                known_at, changed)
            values (?, ?, ?, false, ?, ?, ?, ?)
            on conflict (recipient_id) do nothing
            """;

    private static final String RENAME =
            "update recipient set tokens = ?, changed = ? where recipient_id = ?";

    private static final String ERASE =
            "update recipient set tokens = null, changed = ? where recipient_id = ?";

    private static final String RESTRICT =
            "update recipient set restricted = ?, changed = ? where recipient_id = ?";

    private static final String ENTER =
            """
            insert into entry (kind, id, label, spelled, words, compact, parts, detail, on_day,
                about, award, artifact, rebuilt, position, known_at)
            values (?, ?, ?, ?, ?::tsvector, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (kind, id, label) do nothing
            """;

    private static final Set<SearchKind> NUMBERED =
            Set.of(SearchKind.DECISION, SearchKind.ITEM, SearchKind.PAPER);

    private final NameIndex names;

    public SearchModel(NameIndex names) {
        this.names = names;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public String ddl() {
        return DDL;
    }

    @Override
    public String indexes() {
        return INDEXES;
    }

    @Override
    public void apply(List<Known> events, Connection connection) throws SQLException {
        var sealed = new ArrayList<Sealed>();
        for (var known : events) {
            switch (known.fact().event()) {
                case RecipientRegistered r -> sealed.add(r.name());
                case RecipientCorrected r when r.name() != null -> sealed.add(r.name());
                default -> {}
            }
        }
        var tokens = names.of(sealed);
        try (var writes = new Writes(connection)) {
            for (var known : events) {
                new Page(writes, known, tokens).write();
            }
        }
    }

    /// What one event writes.
    private record Page(Writes writes, Known known, Map<UUID, byte[]> tokens) {
        void write() throws SQLException {
            switch (known.fact().event()) {
                case RecipientRegistered r ->
                        writes.add(
                                REGISTER,
                                r.recipient(),
                                r.kind(),
                                tokens.get(r.name().sealId()),
                                known.rebuilt(),
                                known.position(),
                                known.knownAt(),
                                known.knownAt());
                case RecipientCorrected r -> {
                    if (r.name() != null) {
                        writes.add(
                                RENAME,
                                tokens.get(r.name().sealId()),
                                known.knownAt(),
                                r.recipient());
                    }
                }
                case IdentityErased e -> writes.add(ERASE, known.knownAt(), e.subject());
                case ProcessingRestricted r ->
                        writes.add(RESTRICT, true, known.knownAt(), r.recipient());
                case RestrictionLifted r ->
                        writes.add(RESTRICT, false, known.knownAt(), r.recipient());
                case AwardTypeDefined t -> {
                    enter(SearchKind.AWARD_TYPE, t.code().value(), t.nameVi());
                    enter(SearchKind.AWARD_TYPE, t.code().value(), t.nameEn());
                    enter(SearchKind.AWARD_TYPE, t.code().value(), t.code().value());
                }
                case UnitRegistered u -> {
                    var id = u.unit().toString();
                    enter(unit(id, u.name(), u.level().name()));
                    enter(unit(id, u.authorityName(), u.level().name()));
                    enter(unit(id, u.statisticalCode(), u.level().name()));
                }
                case UnitRenamed u -> {
                    enter(SearchKind.UNIT, u.unit().toString(), u.name());
                    enter(SearchKind.UNIT, u.unit().toString(), u.authorityName());
                }
                case UnitRecoded u ->
                        enter(SearchKind.UNIT, u.unit().toString(), u.statisticalCode());
                case DecisionRecorded d -> decision(d);
                case ReferenceDocumentRegistered r -> paper(r.subject());
                case PaperReportRecorded r -> paper(r.title());
                case ArtifactIssued i -> {
                    item(i.artifact(), i.award(), i.kind(), i.serial(), i.goldenBook());
                    paper(null);
                }
                case ArtifactReissued i -> {
                    item(i.artifact(), i.award(), i.kind(), i.serial(), i.goldenBook());
                    paper(null);
                }
                default -> paper(null);
            }
        }

        private void decision(DecisionRecorded d) throws SQLException {
            boolean paper = known.fact().document() instanceof Document.Paper;
            enter(
                    new Entry(
                            SearchKind.DECISION,
                            d.decision().toString(),
                            known.fact().document() instanceof Document.Paper p
                                    ? p.number().asWritten()
                                    : d.key().number(),
                            paper ? authority() : null,
                            known.fact().effectiveOn(),
                            null,
                            null,
                            null));
        }

        private @Nullable String authority() {
            return known.fact().document() instanceof Document.Paper p ? p.authority() : null;
        }

        private void item(
                ArtifactId artifact,
                AwardId award,
                ArtifactKind kind,
                @Nullable SerialNumber serial,
                @Nullable GoldenBookNumber book)
                throws SQLException {
            for (var number : new @Nullable Object[] {serial, book}) {
                enter(
                        new Entry(
                                SearchKind.ITEM,
                                artifact.toString(),
                                number == null ? null : number.toString(),
                                kind.name(),
                                known.fact().effectiveOn(),
                                null,
                                award.value(),
                                artifact.value()));
            }
        }

        /// The paper behind an event, once however many events it has; a decision's own stands
        /// among decisions.
        private void paper(@Nullable String subject) throws SQLException {
            var event = known.fact().event();
            if (!(known.fact().document() instanceof Document.Paper paper)
                    || event instanceof AwardEvent.AwardDecided) {
                return;
            }
            var id =
                    String.join(
                            "|",
                            paper.number().folded(),
                            String.valueOf(paper.date()),
                            Folding.letters(paper.authority()));
            var about =
                    new Entry(
                            SearchKind.PAPER,
                            id,
                            paper.number().asWritten(),
                            paper.authority(),
                            paper.date(),
                            EventCatalogue.nameOf(event.getClass()),
                            award(event),
                            event instanceof ArtifactEvent a ? a.artifact().value() : null);
            enter(about);
            enter(about.labelled(subject));
        }

        private static @Nullable UUID award(LedgerEvent event) {
            return switch (event) {
                case AwardEvent a -> a.award().value();
                case ArtifactEvent a -> a.award().value();
                case ReissueEvent.CaseEvent c -> c.award() == null ? null : c.award().value();
                default -> null;
            };
        }

        private static Entry unit(String id, @Nullable String label, String level) {
            return new Entry(SearchKind.UNIT, id, label, level, null, null, null, null);
        }

        private void enter(SearchKind kind, String id, @Nullable String label) throws SQLException {
            enter(new Entry(kind, id, label, null, null, null, null, null));
        }

        private void enter(Entry entry) throws SQLException {
            if (entry.label == null) {
                return;
            }
            var forms = Forms.of(entry.label);
            writes.add(
                    ENTER,
                    entry.kind,
                    entry.id,
                    entry.label,
                    forms.spelled(),
                    Lexemes.vector(forms.letters()),
                    forms.compact(),
                    NUMBERED.contains(entry.kind)
                            ? array("text", Lexemes.parts(forms.compact()))
                            : null,
                    entry.detail,
                    entry.on,
                    entry.about,
                    entry.award,
                    entry.artifact,
                    known.rebuilt(),
                    known.position(),
                    known.knownAt());
        }
    }

    private record Entry(
            SearchKind kind,
            String id,
            @Nullable String label,
            @Nullable String detail,
            @Nullable LocalDate on,
            @Nullable String about,
            @Nullable UUID award,
            @Nullable UUID artifact) {
        Entry labelled(@Nullable String other) {
            return new Entry(kind, id, other, detail, on, about, award, artifact);
        }
    }
}

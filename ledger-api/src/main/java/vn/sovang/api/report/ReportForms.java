package vn.sovang.api.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.projection.Projections;
import vn.sovang.projection.issued.IssuedReport;
import vn.sovang.projection.issued.PaperClaims;
import vn.sovang.projection.reconciliation.ClaimCheck;
import vn.sovang.projection.reconciliation.Difference;
import vn.sovang.projection.reconciliation.Explanation;
import vn.sovang.projection.reconciliation.FigureKey;
import vn.sovang.projection.reconciliation.Reason;
import vn.sovang.projection.reconciliation.Reconciliation.Reconciled;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ReportFigure;
import vn.sovang.vocabulary.UnitId;

/// Reports and reconciliations as JSON: the one form of the REST interface and the command line.
/// What a paper does not say is null.
public final class ReportForms {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Projections projections;
    private final ReportNames names;

    /// For one answer.
    public ReportForms(Projections projections) {
        this.projections = projections;
        this.names = new ReportNames(projections);
    }

    /// One of the forms as text.
    public static String write(Object form) {
        return JSON.writeValueAsString(form);
    }

    /// A unit by identity and name.
    public record Unit(String id, String name) {}

    /// A paper, or the reason why there is none.
    public record Paper(
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String authority,
            @Nullable String signer,
            @Nullable String noneBecause) {
        static Paper of(Document document) {
            return switch (document) {
                case Document.Paper p ->
                        new Paper(
                                p.number().asWritten(), p.date(), p.authority(), p.signer(), null);
                case Document.None(var reason) -> new Paper(null, null, null, null, reason);
            };
        }
    }

    /// A signed checkpoint.
    public record Checkpoint(long size, String rootHash) {}

    /// An issued report.
    ///
    /// @param cutOff position up to which events are counted
    /// @param figures null in a list
    public record Report(
            String id,
            @Nullable Unit authority,
            String policy,
            String period,
            LocalDate from,
            LocalDate to,
            String view,
            long cutOff,
            Checkpoint checkpoint,
            int figureCount,
            String figuresSha256,
            LocalDate issuedOn,
            Paper document,
            @Nullable String fileSha256,
            @Nullable String restates,
            @Nullable String reason,
            @Nullable String restatedBy,
            String by,
            long position,
            Instant recordedAt,
            @Nullable List<Figure> figures) {}

    /// What a figure is about.
    public record Key(
            String measure,
            String award,
            String awardName,
            String level,
            @Nullable String recipientKind,
            @Nullable String commendationType,
            @Nullable Unit authority,
            @Nullable Unit proposingUnit,
            @Nullable Unit recipientUnit,
            @Nullable String reissueKind) {}

    /// A figure of a report.
    public record Figure(Key key, long count) {}

    /// A moment; for a report its cut-off.
    public record Moment(long position, @Nullable Instant recordedAt, boolean provisional) {}

    /// Figures at two moments.
    ///
    /// @param explained whether every difference is the sum of its events
    /// @param reasons how many events for each reason
    public record Comparison(
            @Nullable Report report,
            LocalDate from,
            LocalDate to,
            String view,
            Moment earlier,
            Moment later,
            boolean explained,
            int unchanged,
            Map<Reason, Long> reasons,
            List<Changed> differences,
            List<Lineage> lineage) {}

    /// One figure that differs, or was moved there and back.
    public record Changed(
            Key key,
            long before,
            long after,
            long difference,
            long unexplained,
            List<Event> events) {}

    /// One event that makes a difference.
    ///
    /// @param proof where its proof is found
    public record Event(
            long position,
            long knownAt,
            Instant recordedAt,
            LocalDate effectiveOn,
            long delta,
            Reason reason,
            String type,
            Paper document,
            @Nullable String award,
            String proof) {}

    /// What became of a unit in between.
    public record Lineage(long position, Unit unit, String type, LocalDate effectiveOn) {}

    /// A paper's claims beside the ledger.
    public record ClaimCheckForm(
            String id,
            @Nullable Unit unit,
            String title,
            @Nullable String number,
            LocalDate from,
            LocalDate to,
            long position,
            Moment knownAt,
            List<ClaimLine> claims) {}

    /// One claim.
    ///
    /// @param ledger null where the ledger counts no such thing
    /// @param partial the paper names a part of a whole
    /// @param differs paper and ledger cannot both be right
    public record ClaimLine(
            String place,
            String measure,
            @Nullable String award,
            @Nullable String recipientKind,
            long claimed,
            @Nullable Long ledger,
            boolean partial,
            boolean differs,
            String text) {}

    /// A paper that can be compared.
    public record PaperForm(
            String id,
            @Nullable Unit unit,
            String title,
            @Nullable String number,
            LocalDate from,
            LocalDate to,
            int claims) {}

    /// Without figures.
    public Report head(IssuedReport r) {
        return report(r, null);
    }

    public Report whole(IssuedReport r) {
        var authority = r.scope().authority();
        var figures =
                projections.issuedReports().figures(r.id()).stream()
                        .map(f -> new Figure(key(f, authority), f.count()))
                        .toList();
        return report(r, figures);
    }

    private Report report(IssuedReport r, @Nullable List<Figure> figures) {
        var scope = r.scope();
        var basis = r.basis();
        return new Report(
                r.id().toString(),
                unit(scope.authority()),
                scope.policy(),
                scope.period(),
                scope.from(),
                scope.to(),
                basis.view().name(),
                basis.cutOff(),
                new Checkpoint(basis.checkpointSize(), basis.rootHash()),
                r.sheet().figures(),
                r.sheet().sha256(),
                r.issuedOn(),
                Paper.of(r.document()),
                r.fileSha256(),
                text(r.restates()),
                r.reason(),
                text(r.restatedBy()),
                r.by(),
                r.position(),
                r.recordedAt(),
                figures);
    }

    private Key key(ReportFigure figure, UnitId authority) {
        return key(FigureKey.of(figure, authority), names.award(figure.award()));
    }

    private Key key(FigureKey k, String awardName) {
        return new Key(
                k.measure().name(),
                k.award().value(),
                awardName,
                k.level().name(),
                text(k.recipientKind()),
                text(k.commendationType()),
                unit(k.authority()),
                unit(k.proposingUnit()),
                unit(k.recipientUnit()),
                text(k.reissueKind()));
    }

    public Comparison comparison(Reconciled r) {
        var after = r.after();
        return new Comparison(
                r.report() == null ? null : head(r.report()),
                after.from(),
                after.to(),
                after.view().name(),
                new Moment(r.earlier(), r.earlierAt(), false),
                new Moment(after.position(), after.recordedAt(), after.provisional()),
                r.explained(),
                r.unchanged(),
                r.reasons(),
                r.differences().stream().map(this::changed).toList(),
                r.lineage().stream()
                        .map(l ->
                                new Lineage(
                                        l.position(), named(l.unit()), l.type(), l.effectiveOn()))
                        .toList());
    }

    private Changed changed(Difference d) {
        return new Changed(
                key(d.key(), d.awardName()),
                d.before(),
                d.after(),
                d.delta(),
                d.unexplained(),
                d.events().stream().map(ReportForms::event).toList());
    }

    private static Event event(Explanation e) {
        return new Event(
                e.position(),
                e.knownAt(),
                e.recordedAt(),
                e.effectiveOn(),
                e.delta(),
                e.reason(),
                e.type(),
                Paper.of(e.document()),
                text(e.award()),
                "/api/v1/log/events/" + e.position() + "/proof");
    }

    public PaperForm paper(PaperClaims p) {
        return new PaperForm(
                p.id().toString(),
                unit(p.unit()),
                p.title(),
                p.number(),
                p.from(),
                p.to(),
                p.claims().size());
    }

    public ClaimCheckForm claims(ClaimCheck check) {
        var p = check.paper();
        var answer = check.answer();
        return new ClaimCheckForm(
                p.id().toString(),
                unit(p.unit()),
                p.title(),
                p.number(),
                p.from(),
                p.to(),
                p.position(),
                new Moment(answer.position(), answer.recordedAt(), answer.provisional()),
                check.lines().stream().map(ReportForms::line).toList());
    }

    private static ClaimLine line(ClaimCheck.Line line) {
        var claim = line.claim();
        return new ClaimLine(
                claim.place(),
                claim.measure().name(),
                text(claim.award()),
                text(claim.recipientKind()),
                claim.value(),
                line.ledger(),
                line.partial(),
                line.differs(),
                claim.text());
    }

    private Unit named(UnitId id) {
        return new Unit(id.toString(), String.valueOf(names.unit(id)));
    }

    private @Nullable Unit unit(@Nullable UnitId id) {
        return id == null ? null : named(id);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}

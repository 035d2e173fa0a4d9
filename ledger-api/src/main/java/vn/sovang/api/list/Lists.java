package vn.sovang.api.list;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.access.AccessLine;
import vn.sovang.api.anomaly.AnomalyForms;
import vn.sovang.api.inspection.InspectionForms;
import vn.sovang.api.list.Listing.At;
import vn.sovang.api.register.ReferenceForms;
import vn.sovang.api.register.RegisterForms;
import vn.sovang.api.report.ReportForms;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.worklist.Worklist;
import vn.sovang.decider.Origin;
import vn.sovang.projection.Projections;
import vn.sovang.projection.anomaly.AnomalyRow;
import vn.sovang.projection.clocks.OpenClock;
import vn.sovang.projection.custody.HeldItem;
import vn.sovang.projection.custody.Reissues.Applicant;
import vn.sovang.projection.inspection.InspectionRow;
import vn.sovang.projection.issued.IssuedReport;
import vn.sovang.projection.issued.PaperClaims;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.DecisionRow;
import vn.sovang.projection.register.NominationRow;
import vn.sovang.projection.register.Page;
import vn.sovang.projection.register.RecipientRow;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.projection.register.UnitRow;

/// Every list there is, and how a page of one is answered.
@Component
public final class Lists {
    private final Projections projections;
    private final SequencedMap<String, Listing<?, ?>> all = new LinkedHashMap<>();

    final Listing<AwardRow, RegisterForms.Award> awards;
    final Listing<ArtifactRow, RegisterForms.Artifact> artifacts;
    final Listing<DecisionRow, ReferenceForms.Decision> decisions;
    final Listing<RecipientRow, ReferenceForms.Recipient> recipients;
    final Listing<UnitRow, ReferenceForms.Unit> units;
    final Listing<NominationRow, ReferenceForms.Nomination> nominations;
    final Listing<ReissueCaseRow, ReferenceForms.Case> reissueCases;
    final Listing<OpenClock, Worklist.Step> clocks;
    final Listing<HeldItem, Worklist.Item> custody;
    final Listing<Applicant, Applicant> applicants;
    final Listing<IssuedReport, ReportForms.Report> reports;
    final Listing<PaperClaims, ReportForms.PaperForm> papers;
    final Listing<InspectionRow, InspectionForms.Head> inspections;
    final Listing<AnomalyRow, AnomalyForms.Anomaly> anomalies;
    final Listing<AccessLine, Map<String, Object>> access;

    public Lists(Ledger ledger, Projections projections) {
        this.projections = projections;
        var register = new RegisterListings(projections);
        awards = known(register.awards());
        artifacts = known(register.artifacts());
        decisions = known(register.decisions());
        recipients = known(register.recipients());
        units = known(register.units());
        nominations = known(register.nominations());
        reissueCases = known(register.reissueCases());
        var office = new OfficeListings(projections);
        clocks = known(office.clocks());
        custody = known(office.custody());
        applicants = known(office.applicants());
        var papersAnd = new PaperListings(projections, ledger);
        reports = known(papersAnd.reports());
        papers = known(papersAnd.papers());
        inspections = known(papersAnd.inspections());
        anomalies = known(papersAnd.anomalies());
        access = known(new AccessListing(ledger).access());
    }

    private <R, F> Listing<R, F> known(Listing<R, F> list) {
        all.put(list.address(), list);
        return list;
    }

    Projections projections() {
        return projections;
    }

    /// Addresses below `/api/v1/`, such as `awards`.
    public List<String> addresses() {
        return List.copyOf(all.keySet());
    }

    /// The list of an address.
    Optional<Listing<?, ?>> find(String address) {
        return Optional.ofNullable(all.get(address));
    }

    /// Rows of a page, and what they hold for.
    record Read<R>(Page<R> page, At at) {}

    /// One page.
    ///
    /// @throws Failure for whatever of the question cannot be used
    <R, F> ListAnswer<F> answer(Listing<R, F> list, ListQuestion question, ListReader reader) {
        return answer(list, question, reader, read(list, question, reader, question.limit()));
    }

    /// What was read in the form of programs.
    <R, F> ListAnswer<F> answer(
            Listing<R, F> list, ListQuestion question, ListReader reader, Read<R> read) {
        var next = read.page().next();
        var at = read.at();
        return new ListAnswer<>(
                read.page().rows().stream()
                        .map(row -> list.form().apply(row, reader.messages()))
                        .toList(),
                next == null
                        ? null
                        : new ListCursor(at.position(), at.day(), next).write(list.about(question)),
                at.position(),
                at.provisional(),
                question.limit());
    }

    <R> Read<R> read(Listing<R, ?> list, ListQuestion question, ListReader reader, int limit) {
        var text = question.raw("after");
        var cursor = text == null ? null : ListCursor.parse(text, list.about(question));
        var at = at(list, question, cursor, reader);
        return new Read<>(
                behind(list, question, at, cursor == null ? null : cursor.key(), limit), at);
    }

    /// Rows behind the key of a row; from the beginning for none.
    <R> Page<R> behind(
            Listing<R, ?> list, ListQuestion question, At at, @Nullable String key, int limit) {
        try {
            return list.source().read(question, at, key, limit);
        } catch (IllegalArgumentException e) {
            if (key == null) {
                throw e;
            }
            throw ListCursor.malformed(String.valueOf(question.raw("after"))).because(e);
        }
    }

    private static At at(
            Listing<?, ?> list,
            ListQuestion question,
            @Nullable ListCursor cursor,
            ListReader reader) {
        var name = question.momentName();
        var text = cursor == null ? question.raw(name) : Long.toString(cursor.position());
        try {
            var moment = list.standing().find(text);
            return new At(
                    moment.position(),
                    moment.recordedAt(),
                    moment.provisional(),
                    cursor == null ? day(list, question) : cursor.day(),
                    reader.scope());
        } catch (Failure failure) {
            throw failure.code() == FailureCode.KNOWN_AT_MALFORMED
                    ? Failure.at(name, failure.code(), String.valueOf(text)).because(failure)
                    : failure;
        }
    }

    private static LocalDate day(Listing<?, ?> list, ListQuestion question) {
        var name = list.day();
        var asked = name == null ? null : question.day(name);
        return asked == null ? LocalDate.now(Origin.VIETNAM) : asked;
    }
}

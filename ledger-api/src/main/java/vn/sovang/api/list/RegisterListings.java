package vn.sovang.api.list;

import static vn.sovang.api.list.ListParameter.constant;
import static vn.sovang.api.list.ListParameter.days;
import static vn.sovang.api.list.ListParameter.flag;
import static vn.sovang.api.list.ListParameter.id;
import static vn.sovang.api.list.ListParameter.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.list.Listing.At;
import vn.sovang.api.list.Listing.Columns;
import vn.sovang.api.list.Listing.Standing;
import vn.sovang.api.register.ReferenceForms;
import vn.sovang.api.register.RegisterForms;
import vn.sovang.api.statistics.AskedMoment;
import vn.sovang.event.Provenance;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.ArtifactStatus;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.AwardStatus;
import vn.sovang.projection.register.CaseStatus;
import vn.sovang.projection.register.DecisionRow;
import vn.sovang.projection.register.NominationRow;
import vn.sovang.projection.register.NominationStatus;
import vn.sovang.projection.register.RecipientRow;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.RegisterLists.ArtifactFilter;
import vn.sovang.projection.register.RegisterLists.CaseFilter;
import vn.sovang.projection.register.RegisterLists.DecisionFilter;
import vn.sovang.projection.register.RegisterLists.NominationFilter;
import vn.sovang.projection.register.RegisterLists.RecipientFilter;
import vn.sovang.projection.register.RegisterLists.UnitFilter;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitLevel;

/// The lists of the register. Names of people are in none of them (R11).
final class RegisterListings {
    private final Projections projections;
    private final Standing standing;

    RegisterListings(Projections projections) {
        this.projections = projections;
        this.standing = text -> AskedMoment.of(projections.register().moments(), text);
    }

    /// As known at the moment, with what the reader's office has to do with.
    private Register register(At at) {
        var register = projections.register().asOf(at.position());
        return at.scope().limit().map(register::within).orElse(register);
    }

    static List<ListParameter> parameters(List<ListParameter> days, ListParameter... others) {
        var all = new ArrayList<>(List.of(others));
        all.addAll(days);
        all.addAll(ListParameter.OF_A_MOMENT);
        all.addAll(ListParameter.OF_A_PAGE);
        return all;
    }

    private static boolean isRebuilt(@Nullable Provenance provenance) {
        return provenance != null
                && provenance.source() == Provenance.Source.RECONSTRUCTED_FROM_REPORT;
    }

    Listing<AwardRow, RegisterForms.Award> awards() {
        return new Listing<>(
                "awards",
                "awards.title",
                parameters(
                        days("of signature"),
                        id("authority", "the deciding unit"),
                        id("unit", "a unit that decided, proposed, or whose the recipient is"),
                        text("award", "code of the award type", "GK_HUYEN"),
                        text("decisionNumber", "part of the number as written", "123"),
                        constant("recipientKind", "kind of recipient", RecipientKind.class),
                        constant("status", "how the line stands", AwardStatus.class),
                        id("decision", "a decision"),
                        id("recipient", "a recipient, or one decided to be the same")),
                null,
                standing,
                (asked, at, after, limit) -> {
                    var days = asked.days();
                    var filter =
                            new AwardFilter(
                                    asked.unit("authority"),
                                    asked.award("award"),
                                    asked.text("decisionNumber"),
                                    days.from(),
                                    days.to(),
                                    asked.constant("recipientKind", RecipientKind.class),
                                    asked.constant("status", AwardStatus.class),
                                    asked.id("decision", DecisionId::new),
                                    asked.id("recipient", RecipientId::new),
                                    asked.unit("unit"));
                    return register(at).awards(filter, after, limit);
                },
                (row, _) -> RegisterForms.Award.of(row),
                new Columns<AwardRow>()
                        .add("decidedOn", (r, w) -> r.decidedOn())
                        .add("decisionNumber", (r, w) -> r.decisionNumber())
                        .add("authority", (r, w) -> w.unit(r.authority(), r.authorityName()))
                        .add("award", (r, w) -> r.awardName())
                        .add("rank", (r, w) -> w.of(r.line().rank()))
                        .add("recipientKind", (r, w) -> w.of(r.line().recipientKind()))
                        .add("recipient", (r, w) -> r.line().recipient())
                        .add(
                                "recipientUnit",
                                (r, w) -> w.unit(r.line().recipientUnit(), r.recipientUnitName()))
                        .add(
                                "proposingUnit",
                                (r, w) -> w.unit(r.proposingUnit(), r.proposingUnitName()))
                        .add("commendationType", (r, w) -> w.of(r.line().commendationType()))
                        .add("status", (r, w) -> w.of(r.status()))
                        .add("presentedOn", (r, w) -> r.presentedOn())
                        .add("id", (r, w) -> r.id())
                        .sheet(row -> isRebuilt(row.provenance())));
    }

    Listing<ArtifactRow, RegisterForms.Artifact> artifacts() {
        return new Listing<>(
                "artifacts",
                "list.artifacts",
                parameters(
                        days("of issue"),
                        id("award", "the award line"),
                        constant("kind", "kind of item", ArtifactKind.class),
                        constant("status", "how the item stands", ArtifactStatus.class),
                        id("unit", "the office that has it")),
                null,
                standing,
                (asked, at, after, limit) -> {
                    var days = asked.days();
                    var filter =
                            new ArtifactFilter(
                                    asked.id("award", AwardId::new),
                                    asked.constant("kind", ArtifactKind.class),
                                    asked.constant("status", ArtifactStatus.class),
                                    asked.unit("unit"),
                                    days.from(),
                                    days.to());
                    return register(at).lists().artifacts(filter, after, limit);
                },
                (row, _) -> RegisterForms.Artifact.of(row),
                new Columns<ArtifactRow>()
                        .add("kind", (r, w) -> w.of(r.kind()))
                        .add("serial", (r, w) -> r.serial())
                        .add("status", (r, w) -> w.of(r.status()))
                        .add("statusSince", (r, w) -> r.statusSince())
                        .add("issuedOn", (r, w) -> r.issuedOn())
                        .add("holder", (r, w) -> w.unit(r.heldBy()))
                        .add("goldenBook", (r, w) -> r.goldenBook())
                        .add("awardId", (r, w) -> r.award())
                        .add("id", (r, w) -> r.id())
                        .sheet(null));
    }

    Listing<DecisionRow, ReferenceForms.Decision> decisions() {
        return new Listing<>(
                "decisions",
                "decisions.title",
                parameters(
                        days("of signature"),
                        id("authority", "the deciding unit"),
                        text("number", "part of the number as written", "123")),
                null,
                standing,
                (asked, at, after, limit) -> {
                    var days = asked.days();
                    var filter =
                            new DecisionFilter(
                                    asked.unit("authority"),
                                    asked.text("number"),
                                    days.from(),
                                    days.to());
                    return register(at).lists().decisions(filter, after, limit);
                },
                (row, _) -> ReferenceForms.Decision.of(row),
                new Columns<DecisionRow>()
                        .add("decidedOn", (r, w) -> r.signedOn())
                        .add("writtenDate", (r, w) -> r.writtenDate())
                        .add("decisionNumber", (r, w) -> r.number())
                        .add("authority", (r, w) -> w.unit(r.authority(), r.authorityName()))
                        .add("signer", (r, w) -> r.signer())
                        .add("lines", (r, w) -> r.lines())
                        .add("annulledLines", (r, w) -> r.annulledLines())
                        .add("corrections", (r, w) -> r.corrections())
                        .add("id", (r, w) -> r.id())
                        .sheet(row -> isRebuilt(row.provenance())));
    }

    Listing<RecipientRow, ReferenceForms.Recipient> recipients() {
        return new Listing<>(
                "recipients",
                "list.recipients",
                parameters(
                        List.of(),
                        constant("kind", "kind of recipient", RecipientKind.class),
                        flag("restricted", "whether processing is restricted"),
                        flag("erased", "whether the identity was erased")),
                null,
                standing,
                (asked, at, after, limit) -> {
                    var filter =
                            new RecipientFilter(
                                    asked.constant("kind", RecipientKind.class),
                                    asked.flag("restricted"),
                                    asked.flag("erased"));
                    return register(at).lists().recipients(filter, after, limit);
                },
                (row, _) ->
                        ReferenceForms.Recipient.of(row, projections.register().sameAs(row.id())),
                new Columns<RecipientRow>()
                        .add("recipientKind", (r, w) -> w.of(r.kind()))
                        .add("restricted", (r, w) -> r.restricted())
                        .add("erasedOn", (r, w) -> r.erasedOn())
                        .add("id", (r, w) -> r.id())
                        .sheet(null));
    }

    Listing<UnitRow, ReferenceForms.Unit> units() {
        return new Listing<>(
                "units",
                "units.title",
                parameters(
                        List.of(),
                        constant("level", "level of the unit", UnitLevel.class),
                        id("parent", "the unit above"),
                        flag("ended", "whether it exists no more"),
                        flag("reconciled", "false: met in a list and matched by nobody yet")),
                null,
                standing,
                (asked, at, after, limit) -> {
                    var filter =
                            new UnitFilter(
                                    asked.constant("level", UnitLevel.class),
                                    asked.unit("parent"),
                                    asked.flag("ended"),
                                    asked.flag("reconciled"));
                    return register(at).lists().units(filter, after, limit);
                },
                (row, _) -> ReferenceForms.Unit.of(row),
                new Columns<UnitRow>()
                        .add("level", (r, w) -> w.of(r.level()))
                        .add("name", (r, w) -> r.name())
                        .add("authorityName", (r, w) -> r.authorityName())
                        .add("parent", (r, w) -> w.unit(r.parent()))
                        .add("statisticalCode", (r, w) -> r.statisticalCode())
                        .add("existsFrom", (r, w) -> r.existsFrom())
                        .add("endedOn", (r, w) -> r.endedOn())
                        .add("reconciled", (r, w) -> r.reconciled())
                        .add("id", (r, w) -> r.id())
                        .sheet(row -> false));
    }

    Listing<NominationRow, ReferenceForms.Nomination> nominations() {
        return new Listing<>(
                "nominations",
                "list.nominations",
                parameters(
                        days("of the newest list, or of filing"),
                        id("unit", "the proposing unit"),
                        id("submittedTo", "the unit its newest list went to"),
                        text("award", "code of the award type", "CSTD_CO_SO"),
                        constant("recipientKind", "kind of recipient", RecipientKind.class),
                        constant("status", "how it stands", NominationStatus.class)),
                null,
                standing,
                (asked, at, after, limit) -> {
                    var days = asked.days();
                    var filter =
                            new NominationFilter(
                                    asked.unit("unit"),
                                    asked.unit("submittedTo"),
                                    asked.award("award"),
                                    asked.constant("recipientKind", RecipientKind.class),
                                    asked.constant("status", NominationStatus.class),
                                    days.from(),
                                    days.to());
                    return register(at).lists().nominations(filter, after, limit);
                },
                (row, _) -> ReferenceForms.Nomination.of(row),
                new Columns<NominationRow>()
                        .add("award", (r, w) -> r.awardName())
                        .add("rank", (r, w) -> w.of(r.line().rank()))
                        .add("recipientKind", (r, w) -> w.of(r.line().recipientKind()))
                        .add("recipient", (r, w) -> r.line().recipient())
                        .add("recipientUnit", (r, w) -> w.unit(r.line().recipientUnit()))
                        .add(
                                "proposingUnit",
                                (r, w) -> w.unit(r.proposingUnit(), r.proposingUnitName()))
                        .add("filedOn", (r, w) -> r.filedOn())
                        .add("listNumber", (r, w) -> r.listNumber())
                        .add("submittedOn", (r, w) -> r.submittedOn())
                        .add("submittedTo", (r, w) -> w.unit(r.submittedTo()))
                        .add("status", (r, w) -> w.of(r.status()))
                        .add("id", (r, w) -> r.id())
                        .sheet(null));
    }

    Listing<ReissueCaseRow, ReferenceForms.Case> reissueCases() {
        return new Listing<>(
                "reissue-cases",
                "list.reissue-cases",
                parameters(
                        days("of receipt, or of the list"),
                        id("unit", "the office that received the request or listed it"),
                        text("award", "code of the award type", "HUAN_CHUONG_KC_1"),
                        constant("kind", "kind of the request", ReissueKind.class),
                        constant("recipientKind", "kind of recipient", RecipientKind.class),
                        constant("status", "how the case stands", CaseStatus.class)),
                null,
                standing,
                (asked, at, after, limit) -> {
                    var days = asked.days();
                    var filter =
                            new CaseFilter(
                                    asked.unit("unit"),
                                    asked.award("award"),
                                    asked.constant("kind", ReissueKind.class),
                                    asked.constant("recipientKind", RecipientKind.class),
                                    asked.constant("status", CaseStatus.class),
                                    days.from(),
                                    days.to());
                    return register(at).lists().reissueCases(filter, after, limit);
                },
                (row, _) -> ReferenceForms.Case.of(row),
                new Columns<ReissueCaseRow>()
                        .add("reissueKind", (r, w) -> w.of(r.subject().kind()))
                        .add("award", (r, w) -> w.award(r.subject().awardCode()))
                        .add("artifactKind", (r, w) -> w.of(r.subject().artifactKind()))
                        .add("recipientKind", (r, w) -> w.of(r.subject().recipientKind()))
                        .add("recipient", (r, w) -> r.subject().recipient())
                        .add("recipientUnit", (r, w) -> w.unit(r.subject().recipientUnit()))
                        .add("office", (r, w) -> w.unit(r.office()))
                        .add("receivedOn", (r, w) -> r.receivedOn())
                        .add("proposedOn", (r, w) -> r.proposedOn())
                        .add("approvedOn", (r, w) -> r.approvedOn())
                        .add("closedOn", (r, w) -> r.steps().closedOn())
                        .add("status", (r, w) -> w.of(r.status()))
                        .add("id", (r, w) -> r.id())
                        .sheet(null));
    }
}

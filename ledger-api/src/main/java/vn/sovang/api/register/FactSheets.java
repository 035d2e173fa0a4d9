package vn.sovang.api.register;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.register.FactSheet.Draft;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.event.AsFound;
import vn.sovang.event.Provenance;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.DecisionRow;
import vn.sovang.projection.register.NominationRow;
import vn.sovang.projection.register.RecipientRow;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;

/// Puts things of the register, as known at one moment, into words.
final class FactSheets {
    private final Register register;
    private final Messages messages;
    private final VietnameseFormat format = new VietnameseFormat();

    FactSheets(Register register, Messages messages) {
        this.register = register;
        this.messages = messages;
    }

    /// The sheet of one thing; nothing for what was not known at the moment.
    Optional<FactSheet> of(Id id) {
        return switch (id) {
            case AwardId award -> register.award(award).map(this::award);
            case ArtifactId artifact -> register.artifact(artifact).map(this::artifact);
            case DecisionId decision -> register.decision(decision).map(this::decision);
            case RecipientId recipient -> register.recipient(recipient).map(this::recipient);
            case UnitId unit -> register.unit(unit).map(this::unit);
            case NominationId n -> register.nomination(n).map(this::nomination);
            case CaseId c -> register.reissueCase(c).map(this::reissueCase);
            default -> throw new IllegalArgumentException("not in the register: " + id.tag());
        };
    }

    private FactSheet award(AwardRow row) {
        var draft = draft(row.provenance()).status(row.status());
        var annulment = row.annulment();
        if (annulment != null) {
            draft.trouble(
                    messages.text(
                            "award.annulled",
                            format.date(annulment.on()),
                            messages.of(annulment.ground())));
        }
        var stripping = row.stripping();
        if (stripping != null) {
            draft.trouble(
                    messages.text(
                            "award.stripped",
                            format.date(stripping.on()),
                            messages.of(stripping.ground())));
        }
        var number = row.decisionNumber();
        draft.thing(
                "decision",
                messages.text(
                        "award.decision",
                        number == null ? messages.text("awards.number.none") : number,
                        format.date(row.decidedOn()),
                        name(row.authority(), row.authorityName())),
                row.decision());
        line(draft, row.line())
                .thing("proposing_unit", unit(row.proposingUnit()), row.proposingUnit())
                .thing("nomination", shortened(row.nomination()), row.nomination())
                .word("mode", row.mode())
                .day("presented_on", row.presentedOn())
                .number("prize_paid", row.prizePaid() == 0 ? null : row.prizePaid())
                .number("prize_recovered", row.prizeRecovered() == 0 ? null : row.prizeRecovered());
        return found(draft, row.asFound()).titled(award(row.awardName(), row.line()));
    }

    private FactSheet artifact(ArtifactRow row) {
        return draft(null)
                .status(row.status())
                .thing("award", awardName(row.award()), row.award())
                .day("issued_on", row.issuedOn())
                .day("status_since", row.statusSince())
                .thing("replaces", shortened(row.replaces()), row.replaces())
                .thing("replaced_by", shortened(row.replacedBy()), row.replacedBy())
                .thing("reissue_case", shortened(row.reissueCase()), row.reissueCase())
                .text("golden_book", row.goldenBook())
                .day("design_as_of", row.designAsOf())
                .word("origin", row.origin())
                .thing("held_by", unit(row.heldBy()), row.heldBy())
                .word("keeper", row.keeper())
                .day("kept_since", row.keptSince())
                .word("condition", row.condition())
                .day("surveyed_on", row.surveyedOn())
                .titled(
                        row.serial() == null
                                ? messages.of(row.kind())
                                : messages.of(row.kind()) + " " + row.serial());
    }

    private FactSheet decision(DecisionRow row) {
        var draft =
                draft(row.provenance())
                        .thing(
                                "authority",
                                name(row.authority(), row.authorityName()),
                                row.authority())
                        .day("signed_on", row.signedOn())
                        .text("written_date", row.writtenDate())
                        .text("signer", row.signer())
                        .number("lines", row.lines())
                        .number("annulled_lines", row.annulledLines())
                        .number("corrections", row.corrections());
        return found(draft, row.asFound()).titled(messages.text("decision.title", row.number()));
    }

    private FactSheet recipient(RecipientRow row) {
        var draft = draft(null).word("recipient_kind", row.kind());
        draft.text(
                "name",
                row.erasedOn() == null
                        ? messages.text("award.sealed")
                        : messages.text("recipient.erased", format.date(row.erasedOn())));
        if (row.restricted()) {
            draft.trouble(messages.text("recipient.restricted"));
        }
        register.sameAs(row.id()).stream()
                .filter(other -> !other.equals(row.id()))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .forEach(other -> draft.thing("same_as", shortened(other), other));
        return draft.titled(
                messages.text("recipient.short", last(row.id())) + ", " + messages.of(row.kind()));
    }

    private FactSheet unit(UnitRow row) {
        var draft =
                draft(null)
                        .text("authority_name", row.authorityName())
                        .word("level", row.level())
                        .thing("parent", unit(row.parent()), row.parent())
                        .text("statistical_code", row.statisticalCode())
                        .day("exists_from", row.existsFrom())
                        .day("ended_on", row.endedOn());
        row.successors().forEach(next -> draft.thing("successors", unit(next), next));
        register.units().stream()
                .filter(before -> before.successors().contains(row.id()))
                .forEach(before -> draft.thing("predecessors", before.name(), before.id()));
        register.competenceFor(row.id())
                .forEach(c ->
                        draft.thing(
                                "acting",
                                messages.text(
                                        "unit.acting",
                                        unit(c.acting()),
                                        messages.of(c.scope()),
                                        format.date(c.since()),
                                        c.basis()),
                                c.acting()));
        if (!row.reconciled()) {
            draft.trouble(messages.text("unit.not.reconciled"));
        }
        return draft.titled(row.name());
    }

    private FactSheet nomination(NominationRow row) {
        var dossier = row.dossier();
        var draft = line(draft(null).status(row.status()), row.line());
        return draft.thing("proposing_unit", unit(row.proposingUnit()), row.proposingUnit())
                .day("filed_on", row.filedOn())
                .text("list_number", row.listNumber())
                .day("submitted_on", row.submittedOn())
                .thing("submitted_to", unit(row.submittedTo()), row.submittedTo())
                .thing("answered_by", shortened(row.award()), row.award())
                .day("received_on", dossier.receivedOn())
                .word("procedure", dossier.procedure())
                .word("appraisal", dossier.appraisal())
                .number(
                        "checks_not_met",
                        dossier.checksNotMet() == 0 ? null : dossier.checksNotMet())
                .number("members", dossier.members())
                .number("in_favour", dossier.inFavour())
                .number(
                        "open_objections",
                        dossier.openObjections() == 0 ? null : dossier.openObjections())
                .titled(messages.text("nomination.title", award(row.awardName(), row.line())));
    }

    private FactSheet reissueCase(ReissueCaseRow row) {
        var subject = row.subject();
        var draft = draft(null).status(row.status());
        draft.text("award_code", awardName(subject.awardCode()))
                .thing("award", shortened(subject.award()), subject.award())
                .word("reading", subject.reading())
                .thing("recipient", shortened(subject.recipient()), subject.recipient())
                .thing("artifact", shortened(subject.artifact()), subject.artifact())
                .thing("office", unit(row.office()), row.office())
                .day("received_on", row.receivedOn())
                .day("proposed_on", row.proposedOn());
        var reply = row.confirmation();
        if (reply != null) {
            draft.text("holder", reply.holder())
                    .text("reply_number", reply.replyNumber())
                    .day("reply_date", reply.replyDate())
                    .word("grade", reply.grade());
        }
        var steps = row.steps();
        return draft.day("asked_on", steps.askedOn())
                .text("missing", String.join(", ", steps.missing()))
                .day("forwarded_on", steps.forwardedOn())
                .thing("forwarded_to", unit(steps.forwardedTo()), steps.forwardedTo())
                .day("approved_on", row.approvedOn())
                .thing("approved_by", unit(row.approvedBy()), row.approvedBy())
                .thing("new_artifact", shortened(row.newArtifact()), row.newArtifact())
                .day("closed_on", steps.closedOn())
                .thing("closed_by", unit(steps.closedBy()), steps.closedBy())
                .text("reasons", String.join(", ", steps.reasons()))
                .titled(messages.of(subject.kind()) + ": " + messages.of(subject.artifactKind()));
    }

    private Draft draft(@Nullable Provenance provenance) {
        return new Draft(messages)
                .reconstructed(
                        provenance != null
                                && provenance.source()
                                        == Provenance.Source.RECONSTRUCTED_FROM_REPORT);
    }

    private Draft line(Draft draft, AwardLine line) {
        return draft.thing(
                        "recipient",
                        messages.of(line.recipientKind()) + ", " + shortened(line.recipient()),
                        line.recipient())
                .thing("recipient_unit", unit(line.recipientUnit()), line.recipientUnit())
                .word("commendation_type", line.commendationType());
    }

    private Draft found(Draft draft, @Nullable AsFound found) {
        return found == null
                ? draft
                : draft.text("as_found_rule", messages.rule(found.rule()))
                        .text("as_found_reason", found.reason());
    }

    private String award(String name, AwardLine line) {
        return line.rank() == Rank.NONE ? name : name + ", " + messages.of(line.rank());
    }

    private String awardName(AwardId id) {
        return register.award(id)
                .map(row -> award(row.awardName(), row.line()))
                .orElseGet(() -> shortened(id));
    }

    private String awardName(AwardCode code) {
        return register.awardTypes().stream()
                .filter(type -> type.code().equals(code))
                .map(type -> type.nameVi())
                .findFirst()
                .orElse(code.value());
    }

    /// A unit's name; a short form of its identity for one that was never registered.
    String unit(@Nullable UnitId id) {
        return id == null
                ? ""
                : register.unit(id).map(UnitRow::name).orElseGet(() -> shortened(id));
    }

    private String name(UnitId id, @Nullable String authorityName) {
        return authorityName == null ? shortened(id) : authorityName;
    }

    /// The short form of an identity by which people tell things apart.
    String shortened(@Nullable Id id) {
        return id == null ? "" : messages.text(Things.of(id).shortKey(), last(id));
    }

    private static String last(Id id) {
        return id.value().toString().substring(28);
    }
}

package vn.sovang.api.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.api.recording.Recording.Entered;
import vn.sovang.api.text.Days;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.NominationRow;
import vn.sovang.projection.register.NominationStatus;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.UnitId;

/// A decision is entered from the signed paper (*nhập quyết định*): its number, day and signer, and
/// its lines, ticked from the nominations that wait or typed from the paper's list.
@Controller
class DecisionPages {
    private static final String NEW = "/quyet-dinh/moi";

    /// What a decision may answer.
    private static final Set<NominationStatus> OPEN =
            EnumSet.of(
                    NominationStatus.COUNCIL_VOTED,
                    NominationStatus.APPRAISED,
                    NominationStatus.IN_APPRAISAL,
                    NominationStatus.FORWARDED,
                    NominationStatus.SUBMITTED);

    private final EntryDesk desk;
    private final Projections projections;
    private final Lookup lookup;
    private final Scopes scopes;

    DecisionPages(EntryDesk desk, Projections projections, Lookup lookup, Scopes scopes) {
        this.desk = desk;
        this.projections = projections;
        this.lookup = lookup;
        this.scopes = scopes;
    }

    @RequestMapping(
            path = NEW,
            method = {RequestMethod.GET, RequestMethod.POST})
    String decision(Visit visit) {
        var caller = new Caller(visit.who(), visit.texts(), projections.register());
        var waiting =
                NominationPages.waiting(caller, scopes, visit, OPEN).stream()
                        .map(row ->
                                new Option(
                                        row.id().value().toString(),
                                        NominationPages.words(row, caller)))
                        .toList();
        return desk.visit(sheet(caller, waiting), visit);
    }

    private Sheet sheet(Caller caller, List<Option> waiting) {
        var paper =
                new Part(
                        "paper",
                        List.of(
                                Field.of("so", Kind.TEXT, "/origin/document/number").needed(),
                                Field.of(
                                                "ngay-ky",
                                                Kind.DAY,
                                                "/origin/effectiveOn",
                                                "/origin/document/date")
                                        .needed(),
                                caller.unit("co-quan", "/authority"),
                                Field.of("nguoi-ky", Kind.TEXT, "/origin/document/signer").needed(),
                                Field.of("ban-chup", Kind.FILE, "/origin/document/scanSha256")));
        var lines =
                new Part(
                        "decided",
                        List.of(
                                Field.one(
                                                "hinh-thuc",
                                                caller.words(ConferralMode.class),
                                                "/typed/mode")
                                        .needed()
                                        .preset(ConferralMode.TANG.name()),
                                Field.many("de-nghi", waiting, "/typed/nominations"),
                                Field.of("dong", Kind.TABLE, "/typed/lines")));
        return new Sheet(
                "record-decision",
                "record-decision",
                NEW,
                null,
                List.of(paper, lines),
                Caller.object(),
                (body, complaints) -> lines(body, caller, complaints),
                this::page);
    }

    /// A further sheet of a decision is the decision that the ledger has.
    private String page(Entered done) {
        var id = done.ids().get("/decision");
        boolean there =
                id != null && projections.register().decision(new DecisionId(id)).isPresent();
        return there ? "/quyet-dinh/" + id : "/quyet-dinh";
    }

    private void lines(ObjectNode body, Caller caller, Complaints complaints) {
        var typed = body.withObjectProperty("typed");
        var authority = Lookup.identity(body.path("authority").asString(""));
        authority.ifPresent(id ->
                body.withObjectProperty("origin")
                        .withObjectProperty("document")
                        .put("authority", lookup.name(new UnitId(id))));
        var mode = typed.path("mode").asString("");
        var lines = body.putArray("lines");
        typed.path("nominations")
                .forEach(id ->
                        caller.register()
                                .nomination(new NominationId(UUID.fromString(id.asString(""))))
                                .ifPresent(row -> nominated(lines.addObject(), mode, row)));
        pasted(lines, mode, body, new Pasting(caller, complaints));
        if (lines.isEmpty()) {
            complaints.add("de-nghi", caller.texts().text("entry.decision.empty"));
        }
        body.remove("typed");
    }

    private static void nominated(ObjectNode line, String mode, NominationRow row) {
        line.put("mode", mode)
                .put("proposingUnit", row.proposingUnit().value().toString())
                .put("nomination", row.id().value().toString());
        var honour =
                line.putObject("line")
                        .put("award", row.line().award().value())
                        .put("rank", row.line().rank().name())
                        .put("recipient", row.line().recipient().value().toString())
                        .put("recipientKind", row.line().recipientKind().name())
                        .put("commendationType", row.line().commendationType().name());
        var unit = row.line().recipientUnit();
        if (unit != null) {
            honour.put("recipientUnit", unit.value().toString());
        }
    }

    private record Pasting(Caller caller, Complaints complaints) {}

    /// Typed lines are about recipients that the ledger has: a name alone says too little.
    private void pasted(ArrayNode lines, String mode, ObjectNode body, Pasting pasting) {
        var text = body.path("typed").path("lines").asString("");
        var on = Days.read(body.path("origin").path("effectiveOn").asString(""));
        var texts = pasting.caller().texts();
        var reader = new LineReader(pasting.caller(), lookup, on.orElseGet(Days::today));
        for (var row : PastedLines.of(text)) {
            var read = reader.read(row, "");
            var wrong =
                    read.problems().isEmpty() && read.isNew()
                            ? List.of(texts.text("entry.line.recipient.unknown"))
                            : read.problems();
            if (wrong.isEmpty()) {
                var line = lines.addObject().put("mode", mode);
                line.set(
                        "line",
                        read.line().put("recipient", Objects.requireNonNull(read.recipient())));
            } else {
                pasting.complaints()
                        .add(
                                "dong",
                                texts.text("entry.line", row.number(), String.join(" ", wrong)));
            }
        }
    }
}

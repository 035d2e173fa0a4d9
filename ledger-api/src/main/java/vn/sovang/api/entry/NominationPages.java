package vn.sovang.api.entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.entry.LineReader.ReadLine;
import vn.sovang.api.entry.Sheet.Finish;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.api.text.Days;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.NominationRow;
import vn.sovang.projection.register.NominationStatus;
import vn.sovang.projection.register.RegisterLists.NominationFilter;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Folding;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;

/// Nominations are drawn up, one or many at once, and sent up on a list (*lập đề nghị, trình danh
/// sách*).
@Controller
class NominationPages {
    private static final String ONE = "/de-nghi/moi";
    private static final String MANY = "/de-nghi/nhieu";
    private static final String LIST = "/de-nghi/danh-sach";
    private static final String COMMAND = "file-nominations";

    private final EntryDesk desk;
    private final Projections projections;
    private final Lookup lookup;
    private final Scopes scopes;

    NominationPages(EntryDesk desk, Projections projections, Lookup lookup, Scopes scopes) {
        this.desk = desk;
        this.projections = projections;
        this.lookup = lookup;
        this.scopes = scopes;
    }

    private Caller caller(Visit visit) {
        return new Caller(visit.who(), visit.texts(), projections.register());
    }

    @RequestMapping(
            path = ONE,
            method = {RequestMethod.GET, RequestMethod.POST})
    String one(Visit visit) {
        return desk.visit(one(caller(visit), Typed.of(visit.request()).request()), visit);
    }

    private Sheet one(Caller caller, UUID request) {
        var recipient =
                new Part(
                        "recipient",
                        List.of(
                                Field.of(
                                                "doi-tuong",
                                                Kind.RECIPIENT,
                                                "/typed/recipient",
                                                "/typed/name")
                                        .needed(),
                                Field.one(
                                                "loai-doi-tuong",
                                                caller.words(
                                                        RecipientKind.class,
                                                        k -> k != RecipientKind.KHONG_RO),
                                                "/typed/kind")
                                        .needed()
                                        .preset(RecipientKind.INDIVIDUAL.name()),
                                Field.of("nam-sinh", Kind.TEXT, "/typed/birth"),
                                Field.of("don-vi-cong-tac", Kind.UNIT, "/typed/unit")));
        return new Sheet(
                COMMAND + ".one",
                COMMAND,
                ONE,
                null,
                List.of(recipient, award(caller), act(caller), caller.paper()),
                Caller.object(),
                (body, complaints) -> entry(body, request),
                done -> "/" + Step.NOMINATIONS + "/" + done.ids().get("/entries/0/nomination"));
    }

    private static Part award(Caller caller) {
        return new Part(
                "award",
                List.of(
                        Field.of("danh-hieu", Field.Kind.AWARD, "/typed/award").needed(),
                        Field.one("hang", caller.words(Rank.class), "/typed/rank")
                                .needed()
                                .preset(Rank.NONE.name()),
                        Field.one("loai-hinh", caller.words(CommendationType.class), "/typed/type")
                                .needed()
                                .preset(CommendationType.CONG_TRANG.name())));
    }

    private static Part act(Caller caller) {
        return new Part(
                "act", List.of(caller.day(), caller.unit("don-vi-de-nghi", "/proposingUnit")));
    }

    /// What was typed becomes the one entry of the command.
    private static void entry(ObjectNode body, UUID request) {
        var typed = body.withObjectProperty("typed");
        var line =
                Caller.object()
                        .put("award", typed.path("award").asString(""))
                        .put("rank", typed.path("rank").asString(""))
                        .put("recipientKind", typed.path("kind").asString(""))
                        .put("commendationType", typed.path("type").asString(""));
        if (typed.has("unit")) {
            line.put("recipientUnit", typed.path("unit").asString(""));
        }
        var entry = body.putArray("entries").addObject();
        var recipient = typed.path("recipient").asString("");
        if (recipient.equals(Reading.NEW)) {
            var birth = typed.path("birth").asString("");
            var name = typed.path("name").asString("");
            newcomer(entry, line, new Newcomer(id(request, 0), name, birth));
        } else {
            line.put("recipient", recipient);
        }
        entry.set("line", line);
        body.remove("typed");
    }

    private record Newcomer(UUID id, String name, String birth) {}

    private static void newcomer(ObjectNode entry, ObjectNode line, Newcomer who) {
        var registered =
                entry.putObject("newcomer")
                        .put("recipient", who.id().toString())
                        .put("kind", line.path("recipientKind").asString(""))
                        .put("name", who.name());
        if (!who.birth().isEmpty()) {
            registered.put("birth", who.birth());
        }
        line.put("recipient", who.id().toString());
    }

    /// Follows from the form's own identity, so that a form sent twice names the same person.
    private static UUID id(UUID request, int line) {
        return UUID.nameUUIDFromBytes(
                (request + "/recipients/" + line).getBytes(StandardCharsets.US_ASCII));
    }

    /// Many at once: looked at first, and then all recorded or none.
    @RequestMapping(
            path = MANY,
            method = {RequestMethod.GET, RequestMethod.POST})
    String many(Visit visit) {
        var typed = Typed.of(visit.request());
        var caller = caller(visit);
        var sheet = many(caller, Finish.NOTHING);
        if (!visit.sent()) {
            return desk.visit(sheet, visit);
        }
        var day = Days.read(typed.text("ngay")).orElseGet(Days::today);
        var lines = read(typed, new LineReader(caller, lookup, day), caller);
        var sound = lines.stream().filter(line -> line.problems().isEmpty()).toList();
        var complete = many(caller, (body, complaints) -> entries(body, sound, typed.request()));
        var checked = merged(lines, desk.rehearsed(complete, sound, visit));
        boolean ready =
                !checked.isEmpty() && checked.stream().allMatch(l -> l.problems().isEmpty());
        visit.model().addAttribute("lines", checked);
        visit.model().addAttribute("ready", ready);
        visit.model()
                .addAttribute("bad", checked.stream().filter(l -> !l.problems().isEmpty()).count());
        if (ready && typed.has("ghi")) {
            return desk.visit(complete, visit);
        }
        return desk.again(complete, visit);
    }

    private static List<ReadLine> read(Typed typed, LineReader reader, Caller caller) {
        var lines = new ArrayList<ReadLine>();
        var newcomers = new HashMap<String, Integer>();
        for (var row : PastedLines.of(typed.text("dong"))) {
            var chosen = typed.text(LineReader.SAME_AS + row.number());
            var line = reader.read(row, chosen);
            boolean stranger = line.isNew() && line.candidates().isEmpty();
            var twin = newcomers.get(Folding.accented(row.name()));
            if (stranger && twin != null) {
                line = line.afterTwin(twin, chosen, caller.texts());
            } else if (stranger) {
                newcomers.put(Folding.accented(row.name()), row.number());
            }
            lines.add(line);
        }
        return lines;
    }

    /// All rows in their order; of those that the rules were asked about, what the rules said.
    private static List<ReadLine> merged(List<ReadLine> all, List<ReadLine> asked) {
        var byNumber = new HashMap<Integer, ReadLine>();
        asked.forEach(line -> byNumber.put(line.source().number(), line));
        return all.stream()
                .map(line -> byNumber.getOrDefault(line.source().number(), line))
                .toList();
    }

    private static Sheet many(Caller caller, Finish finish) {
        var lines = new Part("lines", List.of(Field.of("dong", Kind.TABLE, "/typed").needed()));
        return new Sheet(
                COMMAND + ".many",
                COMMAND,
                MANY,
                null,
                List.of(act(caller), lines, caller.paper()),
                Caller.object(),
                finish,
                done -> LIST);
    }

    private static void entries(ObjectNode body, List<ReadLine> lines, UUID request) {
        body.remove("typed");
        var entries = body.putArray("entries");
        for (var read : lines) {
            var entry = entries.addObject();
            var line = read.line().deepCopy();
            var source = read.source();
            if (read.isNew()) {
                var id = id(request, source.number());
                newcomer(entry, line, new Newcomer(id, source.name(), source.birth()));
            } else {
                line.put("recipient", recipient(read, request));
            }
            entry.set("line", line);
        }
    }

    private static String recipient(ReadLine read, UUID request) {
        var who = Objects.requireNonNullElse(read.recipient(), "");
        return who.startsWith(LineReader.SAME_AS)
                ? id(request, Integer.parseInt(who.substring(LineReader.SAME_AS.length())))
                        .toString()
                : who;
    }

    /// The list that goes up (*tờ trình*).
    @RequestMapping(
            path = LIST,
            method = {RequestMethod.GET, RequestMethod.POST})
    String list(Visit visit) {
        var caller = caller(visit);
        var waiting = options(caller, visit, EnumSet.of(NominationStatus.FILED));
        var act =
                new Part(
                        "act",
                        List.of(
                                caller.day(),
                                caller.unit("don-vi", "/from"),
                                Field.of("cap-tren", Kind.UNIT, "/to").needed(),
                                Field.many("de-nghi", waiting, "/nominations").needed()));
        var sheet =
                new Sheet(
                        "submit-nomination-list",
                        "submit-nomination-list",
                        LIST,
                        null,
                        List.of(act, caller.signedPaper()),
                        Caller.object(),
                        Finish.NOTHING,
                        done -> "/" + Step.NOMINATIONS);
        return desk.visit(sheet, visit);
    }

    private List<Option> options(Caller caller, Visit visit, Set<NominationStatus> which) {
        return waiting(caller, scopes, visit, which).stream()
                .map(row -> new Option(row.id().value().toString(), words(row, caller)))
                .toList();
    }

    /// Nominations in some states that an office has to do with, newest first.
    static List<NominationRow> waiting(
            Caller caller, Scopes scopes, Visit visit, Set<NominationStatus> which) {
        var lists = scopes.within(caller.register(), visit.who()).lists();
        return which.stream()
                .map(NominationFilter::in)
                .flatMap(one -> lists.nominations(one, null, 200).rows().stream())
                .toList();
    }

    static String words(NominationRow row, Caller caller) {
        return caller.about(row).text()
                + ", "
                + (row.proposingUnitName() == null ? "–" : row.proposingUnitName())
                + ", "
                + caller.texts().of(row.status());
    }
}

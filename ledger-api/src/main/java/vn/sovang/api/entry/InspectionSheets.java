package vn.sovang.api.entry;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Sheet.About;
import vn.sovang.api.entry.Sheet.Finish;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.api.log.CheckpointChoice;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.projection.inspection.InspectionFinding;
import vn.sovang.projection.inspection.InspectionRow;
import vn.sovang.vocabulary.FindingSeverity;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.SamplePopulation;
import vn.sovang.vocabulary.SampleSeed;

/// The forms of an inspection (*thanh tra, kiểm tra*): opened under its decision, what was found,
/// explained and concluded, and closed with the minutes.
final class InspectionSheets {
    static final String INSPECTIONS = "/thanh-tra";
    static final String OPEN = INSPECTIONS + "/moi";

    /// What the address of a thing's page ends with, and how a finding names the thing.
    private static final Map<String, String> PAGES =
            Map.of(Step.AWARDS, "award:", "quyet-dinh", "decision:", Step.ITEMS, "artifact:");

    private final Caller caller;

    InspectionSheets(Caller caller) {
        this.caller = caller;
    }

    /// One act of an inspection that is open.
    enum Act {
        FIND("ghi-noi-dung", "record-finding"),
        CLOSE("ket-thuc", "close-inspection"),
        EXPLAIN("giai-trinh", "explain-finding"),
        ACCEPT("chap-nhan", "accept-explanation"),
        REOPEN("yeu-cau-lai", "reopen-finding");

        private final String slug;
        private final String command;

        Act(String slug, String command) {
            this.slug = slug;
            this.command = command;
        }

        static Optional<Act> named(String slug) {
            return Arrays.stream(values()).filter(act -> act.slug.equals(slug)).findFirst();
        }
    }

    /// The form that opens one. The seed stands there from the start, so that a form sent twice
    /// draws one sample.
    Sheet opening(Lookup lookup, CheckpointChoice checkpoints) {
        var paper = new ArrayList<>(caller.signedPaper().fields());
        paper.addFirst(caller.day());
        var scope =
                new Part(
                        "inspected",
                        List.of(
                                Field.of("don-vi-kiem-tra", Kind.LINES, "/typed/units").needed(),
                                Field.of("kiem-tra-tu", Kind.DAY, "/scope/from").needed(),
                                Field.of("kiem-tra-den", Kind.DAY, "/scope/to").needed(),
                                Field.of("diem-chot", Kind.TEXT, "/typed/cutOff")));
        var sample =
                new Part(
                        "sample",
                        List.of(
                                Field.one(
                                                "rut-trong",
                                                caller.words(SamplePopulation.class),
                                                "/sample/population")
                                        .needed()
                                        .preset(SamplePopulation.AWARDS_DECIDED.name()),
                                Field.of("so-mau", Kind.NUMBER, "/sample/size").needed(),
                                Field.of("so-gieo", Kind.TEXT, "/sample/seed")
                                        .needed()
                                        .preset(seed())));
        return new Sheet(
                "open-inspection",
                "open-inspection",
                OPEN,
                null,
                List.of(new Part("paper", paper), scope, sample),
                Caller.object(),
                (body, complaints) -> {
                    units(body, complaints, lookup);
                    cutOff(body, complaints, checkpoints);
                },
                done -> INSPECTIONS + "/" + done.ids().get("/inspection"));
    }

    private static String seed() {
        var bytes = new byte[SampleSeed.BYTES];
        new SecureRandom().nextBytes(bytes);
        return SampleSeed.of(bytes).hex();
    }

    private void units(ObjectNode body, Complaints complaints, Lookup lookup) {
        var day =
                Days.read(body.path("origin").path("effectiveOn").asString(""))
                        .orElseGet(Days::today);
        var units = body.withObjectProperty("scope").putArray("units");
        for (var line : body.path("typed").path("units")) {
            var name = line.asString("");
            switch (lookup.unit(name, day)) {
                case Lookup.Found.One(var id) -> units.add(id);
                case Lookup.Found.Nothing _ ->
                        complaints.add(
                                "don-vi-kiem-tra",
                                caller.texts().text("entry.line.unit.unknown", name));
                case Lookup.Found.Several(var options) ->
                        complaints.add(
                                "don-vi-kiem-tra",
                                caller.texts()
                                        .text(
                                                "entry.inspected.several",
                                                name,
                                                String.join(
                                                        "; ",
                                                        options.stream()
                                                                .map(Field.Option::text)
                                                                .toList())));
            }
        }
    }

    private void cutOff(ObjectNode body, Complaints complaints, CheckpointChoice checkpoints) {
        var text = body.path("typed").path("cutOff").asString("");
        body.remove("typed");
        try {
            var chosen = checkpoints.of("diem-chot", text).checkpoint();
            body.putObject("cutOff")
                    .put("size", chosen.size())
                    .put("rootHash", chosen.root().toBase64());
        } catch (Failure none) {
            complaints.add("diem-chot", none.text(caller.texts()));
        }
    }

    /// The form of an act about the inspection as a whole.
    Sheet of(Act act, InspectionRow row) {
        var page = INSPECTIONS + "/" + row.id();
        var fixed = Caller.object().put("inspection", row.id().toString());
        return switch (act) {
            case FIND ->
                    sheet(
                            act,
                            row,
                            page,
                            List.of(finding(), caller.paper()),
                            fixed,
                            this::aboutWhat);
            case CLOSE ->
                    sheet(
                            act,
                            row,
                            page,
                            List.of(new Part("act", List.of(caller.day())), caller.signedPaper()),
                            fixed,
                            Finish.NOTHING);
            default -> throw new IllegalArgumentException("an act about one finding: " + act);
        };
    }

    /// The form of an act about one of its findings.
    Sheet of(Act act, InspectionRow row, InspectionFinding finding) {
        var page = INSPECTIONS + "/" + row.id() + "/noi-dung/" + finding.number();
        var fixed =
                Caller.object()
                        .put("inspection", row.id().toString())
                        .put("finding", finding.number());
        var fields = new ArrayList<Field>();
        fields.add(caller.day());
        switch (act) {
            case EXPLAIN -> {
                fields.add(Field.of("giai-trinh", Kind.WORDS, "/text").needed());
                if (finding.about() instanceof InspectedMatter.OfAward) {
                    fields.add(Field.of("ve-nguoi", Kind.WORDS, "/detail"));
                }
            }
            case ACCEPT -> fields.add(Field.of("ket-luan", Kind.WORDS, "/conclusion").needed());
            case REOPEN -> fields.add(Field.of("ly-do-lai", Kind.WORDS, "/reason").needed());
            default -> throw new IllegalArgumentException("no act about a finding: " + act);
        }
        return sheet(
                act,
                row,
                page,
                List.of(new Part("act", fields), caller.paper()),
                fixed,
                (body, complaints) -> sealedFor(body, finding));
    }

    private Sheet sheet(
            Act act,
            InspectionRow row,
            String folder,
            List<Part> parts,
            ObjectNode fixed,
            Finish finish) {
        var page = INSPECTIONS + "/" + row.id();
        return new Sheet(
                act.command,
                act.command,
                folder + "/" + act.slug,
                new About(row.number(), page),
                parts,
                fixed,
                finish,
                done -> page);
    }

    private Part finding() {
        return new Part(
                "act",
                List.of(
                        caller.day(),
                        Field.of("ve", Kind.TEXT, "/about").needed(),
                        Field.one("muc-do", caller.words(FindingSeverity.class), "/severity")
                                .needed(),
                        Field.of("noi-dung-ghi-nhan", Kind.WORDS, "/text").needed(),
                        Field.of("ve-nguoi", Kind.WORDS, "/detail")));
    }

    /// A finding may name its matter by the address of the thing's page.
    private void aboutWhat(ObjectNode body, Complaints complaints) {
        var text = body.path("about").asString("");
        if (text.isEmpty()) {
            return;
        }
        try {
            var matter = InspectedMatter.of(named(text));
            body.put("about", matter.toString());
            if (body.has("detail") && !(matter instanceof InspectedMatter.OfAward)) {
                complaints.add("ve-nguoi", caller.texts().text("entry.finding.nobody"));
            }
        } catch (IllegalValue unreadable) {
            complaints.add("ve", caller.texts().text("entry.finding.matter"));
        }
    }

    private static String named(String text) {
        var id = Lookup.identity(text);
        return PAGES.entrySet().stream()
                .filter(page -> id.isPresent() && text.contains("/" + page.getKey() + "/"))
                .map(page -> page.getValue() + id.get())
                .findFirst()
                .orElse(text);
    }

    /// What an explanation says of a person is sealed for whom the award was given to.
    private void sealedFor(ObjectNode body, InspectionFinding finding) {
        if (body.has("detail") && finding.about() instanceof InspectedMatter.OfAward(var award)) {
            caller.register()
                    .award(award)
                    .ifPresent(row -> body.put("sealedFor", row.line().recipient().toString()));
        }
    }
}

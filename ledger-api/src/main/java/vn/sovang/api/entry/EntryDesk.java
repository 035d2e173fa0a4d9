package vn.sovang.api.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.sovang.api.entry.FormView.Flaws;
import vn.sovang.api.entry.LineReader.ReadLine;
import vn.sovang.api.recording.Recording;
import vn.sovang.api.recording.Recording.Wish;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.Refusal;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.projection.Projections;

/// Shows forms and takes them in (*bàn nhập liệu*): typed text → body of a command → the door of
/// recording → the page of what was recorded, or the form again with what is wrong.
@Component
class EntryDesk {
    /// The tick by which somebody says that the consequences were read.
    static final String UNDERSTOOD = "da-hieu";

    /// Where something is said of all rows.
    private static final int WHOLE = -1;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Recording recording;
    private final Projections projections;
    private final Lookup lookup;

    EntryDesk(Recording recording, Projections projections, Lookup lookup) {
        this.recording = recording;
        this.projections = projections;
        this.lookup = lookup;
    }

    /// Shows a form, or takes it in where it was sent.
    String visit(Sheet sheet, Visit visit) {
        return visit.sent() ? submit(sheet, visit) : show(sheet, visit);
    }

    private String show(Sheet sheet, Visit visit) {
        return page(sheet, Typed.of(visit.request()), Flaws.NONE, visit);
    }

    private String page(Sheet sheet, Typed typed, Flaws flaws, Visit visit) {
        visit.model().addAttribute("form", FormView.of(sheet, typed, flaws, visit.texts()));
        visit.model().addAttribute("unitNames", lookup.unitNames());
        if (sheet.fields().stream().anyMatch(field -> field.kind() == Field.Kind.AWARD)) {
            visit.model().addAttribute("awardNames", lookup.awardNames());
        }
        return "entry/form";
    }

    private String submit(Sheet sheet, Visit visit) {
        var typed = Typed.of(visit.request());
        var reading = reading(sheet, typed, visit);
        var body = reading.body();
        var complaints = reading.complaints();
        if (FormView.consequences(sheet, visit.texts()) != null && !typed.has(UNDERSTOOD)) {
            complaints.add(UNDERSTOOD, visit.texts().text("entry.unconfirmed"));
        }
        int status = 422;
        if (complaints.none()) {
            try {
                var wish = new Wish(visit.who(), sheet.command(), typed.request(), body);
                var entered = recording.record(wish);
                projections.awaitPosition(entered.last(), PATIENCE);
                said(sheet, entered.repeated(), visit);
                return "redirect:" + sheet.after().apply(entered);
            } catch (Refusal no) {
                status = Refusal.httpStatus(no.refused().code());
                refused(sheet, no.refused(), complaints, visit.texts());
            } catch (RuntimeException thrown) {
                status = failed(sheet, thrown, complaints, visit.texts());
            }
        }
        visit.response().setStatus(status);
        return page(sheet, typed, new Flaws(complaints.byField(), reading.offered()), visit);
    }

    /// Shows a form that was sent once more, with what is wrong; nothing is recorded.
    String again(Sheet sheet, Visit visit) {
        var typed = Typed.of(visit.request());
        var reading = reading(sheet, typed, visit);
        reading.body();
        var flaws = new Flaws(reading.complaints().byField(), reading.offered());
        return page(sheet, typed, flaws, visit);
    }

    private Reading reading(Sheet sheet, Typed typed, Visit visit) {
        return new Reading(sheet, typed, new Reading.By(visit.who(), visit.texts(), lookup));
    }

    /// Rows with what the ledger's rules would say of them. Nothing is recorded.
    List<ReadLine> rehearsed(Sheet sheet, List<ReadLine> lines, Visit visit) {
        var typed = Typed.of(visit.request());
        var reading = reading(sheet, typed, visit);
        var body = reading.body();
        if (!reading.complaints().none() || lines.isEmpty()) {
            return lines;
        }
        var said = new HashMap<Integer, String>();
        try {
            var wish = new Wish(visit.who(), sheet.command(), typed.request(), body);
            recording.rehearse(wish).ifPresent(no -> byLine(no, said, visit.texts()));
        } catch (Failure failure) {
            if (failure.places().isEmpty()) {
                throw failure;
            }
            failure.places()
                    .forEach(place ->
                            said.putIfAbsent(line(place.pointer()), place.text(visit.texts())));
        }
        var checked = new ArrayList<ReadLine>();
        for (int i = 0; i < lines.size(); i++) {
            var words = said.getOrDefault(i, said.get(WHOLE));
            checked.add(words == null ? lines.get(i) : lines.get(i).refused(words));
        }
        return checked;
    }

    private static void byLine(Refused no, Map<Integer, String> said, Messages texts) {
        if (no.details().isEmpty()) {
            said.put(WHOLE, words(no, texts));
        }
        for (var detail : no.details()) {
            int line = Integer.parseInt(detail.arguments().getOrDefault("line", "0"));
            said.put(line - 1, texts.refusal(detail));
        }
    }

    /// The row that a place of the body is of, from 0.
    private static int line(String pointer) {
        var names = pointer.split("/");
        return names.length > 2 && names[2].matches("[0-9]{1,4}")
                ? Integer.parseInt(names[2])
                : WHOLE;
    }

    private static void said(Sheet sheet, boolean repeated, Visit visit) {
        var key = repeated ? "entry.repeated" : "entry.done";
        var title = visit.texts().text("entry." + sheet.name() + ".title");
        visit.say(visit.texts().text(key, title));
    }

    /// What a rule said, at the field it is about, with what to do.
    static void refused(Sheet sheet, Refused no, Complaints complaints, Messages texts) {
        complaints.add(field(sheet, no), words(no, texts));
    }

    private static String field(Sheet sheet, Refused no) {
        for (var pointer : RefusedFields.of(no.code())) {
            var field = sheet.at(pointer);
            if (field.isPresent()) {
                return field.get().name();
            }
        }
        return "";
    }

    /// A refusal in words; one for each line where there are several.
    static String words(Refused no, Messages texts) {
        var all = no.details().isEmpty() ? List.of(no) : no.details();
        var remedy = "entry.remedy." + no.code();
        var said =
                all.stream()
                        .map(each -> {
                            var line = each.arguments().get("line");
                            var text = texts.refusal(each);
                            return line == null ? text : texts.text("entry.line", line, text);
                        })
                        .collect(Collectors.joining("\n"));
        return texts.has(remedy) ? said + " " + texts.text(remedy) : said;
    }

    private static int failed(
            Sheet sheet, RuntimeException thrown, Complaints complaints, Messages texts) {
        var failure = Failure.from(thrown);
        if (failure.code() == FailureCode.INTERNAL || failure.code() == FailureCode.ROLE_NEEDED) {
            throw thrown;
        }
        for (var place : failure.places()) {
            var field = sheet.at(place.pointer()).map(Field::name).orElse("");
            complaints.add(field, place.text(texts));
        }
        if (failure.places().isEmpty()) {
            complaints.add("", failure.text(texts));
        }
        return failure.code().httpStatus();
    }
}

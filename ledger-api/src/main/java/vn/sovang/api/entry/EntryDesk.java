package vn.sovang.api.entry;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.sovang.api.entry.FormView.Flaws;
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
        return "entry/form";
    }

    private String submit(Sheet sheet, Visit visit) {
        var typed = Typed.of(visit.request());
        var reading = new Reading(sheet, typed, new Reading.By(visit.who(), visit.texts(), lookup));
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

package vn.sovang.api.list;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.VietnameseOrder;

/// Lists that have no page of their own making: the columns of the file, the filter of the list for
/// programs, both under the names of the page.
@Controller
class ListPages {
    private static final int ROWS = 50;

    /// Identities say nothing to a reader; rows lead to what they name.
    private static final Set<String> NOT_SHOWN = Set.of("id", "awardId");

    private final Lists lists;
    private final Scopes scopes;

    ListPages(Lists lists, Scopes scopes) {
        this.lists = lists;
        this.scopes = scopes;
    }

    /// A field of the filter.
    ///
    /// @param options what there is to choose from; empty for a field to type into
    /// @param day whether a day is typed
    record Asked(String name, String value, List<Choice> options, boolean day) {}

    record Choice(String value, String text) {}

    /// A row: where it leads, and its cells.
    ///
    /// @param page null where there is nothing more to see
    /// @param mark tells rows apart that look alike; null for none
    record Row(@Nullable String page, @Nullable String mark, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /// What one page shows, and how.
    private record Shown<R, F>(
            Listing<R, F> list,
            ListPlace place,
            Map<String, String> words,
            Function<R, @Nullable String> id) {}

    @GetMapping("/hien-vat")
    String artifacts(HttpServletRequest request, SignedIn reader, Locale locale, Model model) {
        return page(
                new Shown<>(
                        lists.artifacts,
                        ListPlace.of("/hien-vat").orElseThrow(),
                        Map.of(
                                "loai",
                                "value.ArtifactKind.",
                                "tinh-trang",
                                "value.ArtifactStatus."),
                        row -> row.id().value().toString()),
                request,
                new ListReader(scopes.of(reader), Messages.in(locale)),
                model);
    }

    @GetMapping("/doi-tuong")
    String recipients(HttpServletRequest request, SignedIn reader, Locale locale, Model model) {
        return page(
                new Shown<>(
                        lists.recipients,
                        ListPlace.of("/doi-tuong").orElseThrow(),
                        Map.of("loai", "value.RecipientKind."),
                        row -> row.id().value().toString()),
                request,
                new ListReader(scopes.of(reader), Messages.in(locale)),
                model);
    }

    @GetMapping("/nguoi-nop-ho-so")
    String applicants(HttpServletRequest request, SignedIn reader, Locale locale, Model model) {
        return page(
                new Shown<>(
                        lists.applicants,
                        ListPlace.of("/nguoi-nop-ho-so").orElseThrow(),
                        Map.of(),
                        _ -> null),
                request,
                new ListReader(scopes.of(reader), Messages.in(locale)),
                model);
    }

    private <R, F> String page(
            Shown<R, F> shown, HttpServletRequest request, ListReader reader, Model model) {
        var list = shown.list();
        var texts = reader.messages();
        model.addAttribute("place", shown.place());
        model.addAttribute("title", texts.text(list.title()));
        model.addAttribute("address", list.address());
        model.addAttribute("fields", fields(shown, request, texts));
        model.addAttribute("asked", request.getParameter("so-ghi-den"));
        model.addAttribute("files", files(shown.place(), request));
        model.addAttribute("first", given("sau", request) == null);
        model.addAttribute("rows", List.of());
        try {
            var question = question(shown, request);
            var read = lists.read(list, question, reader, ROWS);
            model.addAttribute("at", read.at());
            model.addAttribute("headings", headings(list, texts));
            model.addAttribute("rows", rows(shown, read, texts));
            var next = lists.answer(list, question, reader, read).next();
            if (next != null) {
                model.addAttribute(
                        "next",
                        ServletUriComponentsBuilder.fromCurrentRequest()
                                .replaceQueryParam("sau", next)
                                .build()
                                .getQuery());
            }
        } catch (Failure failure) {
            if (failure.code().httpStatus() >= 500) {
                throw failure;
            }
            model.addAttribute("failure", failure);
        }
        return "list/list";
    }

    private static @Nullable String given(String name, HttpServletRequest request) {
        var text = request.getParameter(name);
        return text == null || text.isBlank() ? null : text;
    }

    private static ListQuestion question(Shown<?, ?> shown, HttpServletRequest request) {
        var given = new HashMap<String, String[]>();
        for (var parameter : shown.place().parameters()) {
            var values = request.getParameterValues(parameter.name());
            if (values != null) {
                given.put(parameter.of(), values);
            }
        }
        var after = request.getParameterValues("sau");
        if (after != null) {
            given.put("after", after);
        }
        return ListQuestion.of(shown.list().parameters(), given);
    }

    /// The same list as a file, under the names that the list for programs has.
    private static String files(ListPlace place, HttpServletRequest request) {
        var address = ServletUriComponentsBuilder.fromPath("");
        for (var parameter : place.parameters()) {
            var value = given(parameter.name(), request);
            if (value != null) {
                address.queryParam(parameter.of(), value);
            }
        }
        return String.valueOf(address.build().encode().toUriString());
    }

    private List<Asked> fields(Shown<?, ?> shown, HttpServletRequest request, Messages texts) {
        var fields = new ArrayList<Asked>();
        for (var parameter : shown.place().parameters()) {
            if (parameter.of().equals("asOf")) {
                continue;
            }
            var value = given(parameter.name(), request);
            var known =
                    shown.list().parameters().stream()
                            .filter(p -> p.name().equals(parameter.of()))
                            .findFirst()
                            .orElseThrow();
            fields.add(
                    new Asked(
                            parameter.name(),
                            value == null ? "" : value,
                            options(known, shown.words().get(parameter.name()), texts),
                            parameter.of().equals("from") || parameter.of().equals("to")));
        }
        return fields;
    }

    private List<Choice> options(ListParameter known, @Nullable String words, Messages texts) {
        if (known.name().equals("unit")) {
            return lists.projections().register().units().stream()
                    .sorted(Comparator.comparing(UnitRow::authorityName, VietnameseOrder.TEXTS))
                    .map(unit -> new Choice(unit.id().toString(), unit.authorityName()))
                    .toList();
        }
        return known.values().stream()
                .map(value ->
                        new Choice(
                                value,
                                words == null
                                        ? texts.text(value.equals("true") ? "list.yes" : "list.no")
                                        : texts.text(words + value)))
                .toList();
    }

    private static List<String> headings(Listing<?, ?> list, Messages texts) {
        return list.sheet().columns().stream()
                .filter(column -> !NOT_SHOWN.contains(column.key()))
                .map(column -> column.heading(texts))
                .toList();
    }

    private <R, F> List<Row> rows(Shown<R, F> shown, Lists.Read<R> read, Messages texts) {
        var words = new Words(lists.projections(), texts);
        var rows = new ArrayList<Row>();
        for (var row : read.page().rows()) {
            var cells = new ArrayList<String>();
            for (var column : shown.list().sheet().columns()) {
                if (!NOT_SHOWN.contains(column.key())) {
                    cells.add(ListDesk.text(column.value().apply(row, words), texts));
                }
            }
            var id = shown.id().apply(row);
            rows.add(
                    new Row(
                            id == null ? null : shown.place().path() + "/" + id,
                            id == null ? null : id.substring(id.length() - 8),
                            cells));
        }
        return rows;
    }
}

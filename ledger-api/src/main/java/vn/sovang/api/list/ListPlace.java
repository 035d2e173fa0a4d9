package vn.sovang.api.list;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A page with a list for people, and what its address may hold (*trang danh sách*): the one place
/// that says how the names in the address of a page and those of the list for programs belong
/// together. Search terms are in none of them: a term may be a person's name (R11).
///
/// @param title where its name stands
/// @param list address of the list for programs; null where the page is no list
public record ListPlace(
        String path, String title, @Nullable String list, List<Parameter> parameters) {
    /// A name in the address of the page.
    ///
    /// @param of what the list for programs calls it
    public record Parameter(String name, String of) {}

    private static final Parameter MOMENT = new Parameter("so-ghi-den", "asOf");

    private static final List<ListPlace> ALL =
            List.of(
                    place(
                            "/khen-thuong awards.title awards",
                            "co-quan=authority hinh-thuc=award so=decisionNumber tu-ngay=from"
                                    + " den-ngay=to doi-tuong=recipientKind tinh-trang=status"),
                    place("/quyet-dinh decisions.title decisions", "co-quan=authority so=number"),
                    place(
                            "/hien-vat list.artifacts artifacts",
                            "loai=kind tinh-trang=status don-vi=unit tu-ngay=from den-ngay=to"),
                    place(
                            "/doi-tuong list.recipients recipients",
                            "loai=kind han-che=restricted da-xoa=erased"),
                    place(
                            "/nguoi-nop-ho-so list.applicants reissues/applicants",
                            "tu-ngay=from den-ngay=to it-nhat=min"),
                    place("/de-nghi list.nominations nominations", "trang-thai=status"),
                    place("/cap-doi-cap-lai list.reissue-cases reissue-cases", "trang-thai=status"),
                    place("/don-vi units.title units", ""),
                    place(
                            "/thoi-han page.clocks clocks",
                            "don-vi=unit ngay=day buoc=step qua-han=overdue"),
                    place(
                            "/hien-vat-dang-giu page.custody custody",
                            "don-vi=unit ngay=day qua-han=overdue"),
                    place(
                            "/bat-thuong anomalies.title anomalies",
                            "quy-tac=rule muc-do=severity tinh-trang=state don-vi=unit"),
                    place("/thanh-tra inspections.title inspections", ""),
                    new ListPlace(
                            "/thong-ke",
                            "page.statistics",
                            null,
                            List.of(
                                    new Parameter("ky", "period"),
                                    new Parameter("cach-tinh", "policy"),
                                    new Parameter("co-quan", "authority"),
                                    new Parameter("cach-xem", "view"),
                                    new Parameter("don-vi", "units"),
                                    new Parameter("co-quan-biet-den", "officeKnewAt"),
                                    MOMENT)));

    public ListPlace {
        parameters = List.copyOf(parameters);
    }

    private static ListPlace place(String names, String parameters) {
        var words = List.of(names.split(" ", -1));
        var known = new java.util.ArrayList<Parameter>();
        for (var pair : parameters.split(" ", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                known.add(new Parameter(pair.substring(0, at), pair.substring(at + 1)));
            }
        }
        known.add(MOMENT);
        return new ListPlace(words.get(0), words.get(1), words.get(2), known);
    }

    /// All of them.
    public static List<ListPlace> all() {
        return ALL;
    }

    public static Optional<ListPlace> of(String path) {
        return ALL.stream().filter(place -> place.path().equals(path)).findFirst();
    }

    /// What the list calls a name of the page; empty for a name the page does not know.
    public Optional<String> listName(String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name))
                .map(Parameter::of)
                .findFirst();
    }
}

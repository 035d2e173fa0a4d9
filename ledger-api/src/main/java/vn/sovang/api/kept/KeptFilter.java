package vn.sovang.api.kept;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;
import vn.sovang.api.list.ListPlace;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// A page of ours with values for names it knows (*bộ lọc*).
///
/// @param values by name, in the order of the page; none is blank
public record KeptFilter(ListPlace place, Map<String, String> values) {
    /// Which part of a list is shown is not what is looked for.
    private static final Set<String> LEFT_OUT = Set.of("lang", "sau");

    private static final int MAX_VALUE = 200;

    public KeptFilter {
        var ordered = new LinkedHashMap<String, String>();
        for (var parameter : place.parameters()) {
            var value = values.get(parameter.name());
            if (value != null && !value.isBlank()) {
                ordered.put(parameter.name(), value.strip());
            }
        }
        values = java.util.Collections.unmodifiableMap(ordered);
    }

    /// As a page sends its own address.
    ///
    /// @param path of the page
    /// @param query what stands behind it, without the question mark
    /// @throws Failure `SEARCH_NOT_KEPT` for another path; `PARAMETER_UNKNOWN`,
    ///   `PARAMETER_REPEATED`, `PARAMETER_MALFORMED`
    public static KeptFilter read(String path, String query) {
        var place =
                ListPlace.of(path)
                        .orElseThrow(() ->
                                Failure.of(
                                        FailureCode.SEARCH_NOT_KEPT, "path", Failure.shown(path)));
        var values = new LinkedHashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            int at = pair.indexOf('=');
            var name = decoded(at < 0 ? pair : pair.substring(0, at));
            var value = at < 0 ? "" : decoded(pair.substring(at + 1));
            if (value.isBlank() || LEFT_OUT.contains(name)) {
                continue;
            }
            var shown = Failure.shown(name);
            if (place.listName(name).isEmpty()) {
                throw Failure.at(shown, FailureCode.PARAMETER_UNKNOWN, "");
            }
            if (value.length() > MAX_VALUE || value.chars().anyMatch(Character::isISOControl)) {
                throw Failure.at(shown, FailureCode.PARAMETER_MALFORMED, value);
            }
            if (values.put(name, value) != null) {
                throw Failure.at(shown, FailureCode.PARAMETER_REPEATED, "");
            }
        }
        return new KeptFilter(place, values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Failure.at("loc", FailureCode.PARAMETER_MALFORMED, text).because(e);
        }
    }

    /// Without the question mark.
    public String query() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + UriUtils.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /// Where it leads.
    public String address() {
        var query = query();
        return query.isEmpty() ? place.path() : place.path() + "?" + query;
    }
}

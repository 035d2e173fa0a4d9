package vn.sovang.api.entry;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is wrong with a form, by the field where it is put right; `""` for the form as a whole. The
/// first complaint about a field stays.
final class Complaints {
    private final Map<String, String> byField = new LinkedHashMap<>();

    void add(String field, String text) {
        byField.putIfAbsent(field, text);
    }

    boolean none() {
        return byField.isEmpty();
    }

    Map<String, String> byField() {
        return byField;
    }
}

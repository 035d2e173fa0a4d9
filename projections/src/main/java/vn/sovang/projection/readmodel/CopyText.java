package vn.sovang.projection.readmodel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows in the text format of PostgreSQL's COPY.
final class CopyText {
    private final StringBuilder text = new StringBuilder();
    private boolean first = true;

    CopyText value(@Nullable Object value) {
        if (!first) {
            text.append('\t');
        }
        first = false;
        switch (value) {
            case null -> text.append("\\N");
            case String s -> escape(s);
            case List<?> list -> escape(array(list));
            default -> text.append(value);
        }
        return this;
    }

    void end() {
        text.append('\n');
        first = true;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private static String array(List<?> elements) {
        var array = new StringBuilder("{");
        for (Object element : elements) {
            String quoted = element.toString().replace("\\", "\\\\").replace("\"", "\\\"");
            array.append(array.length() == 1 ? "\"" : ",\"").append(quoted).append('"');
        }
        return array.append('}').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

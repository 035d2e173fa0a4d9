package vn.sovang.api.recording;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The JSON form of a Java type.
sealed interface Shape {
    /// Entries of any list: more than a decision ever had, and as many events as an append holds.
    int MAX_ENTRIES = 5_000;

    /// A text of the vocabulary: NFC, no control characters, bounded.
    record Words() implements Shape {}

    /// A text of a fixed form that becomes a value.
    ///
    /// @param expected name of the form, for messages
    /// @param pattern regular expression of the whole text; null where any text will do
    /// @param parse may throw for what the pattern lets through
    record Value(
            Class<?> type,
            String expected,
            @Nullable String pattern,
            Function<String, Object> parse)
            implements Shape {}

    /// A day, `yyyy-MM-dd`.
    record Day() implements Shape {}

    /// A whole number that counts something, so never below zero.
    record Whole(long most, boolean isLong) implements Shape {}

    /// True or false.
    record Flag() implements Shape {}

    /// One of some words.
    record Choice(Class<? extends Enum<?>> type, List<String> words) implements Shape {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /// A personal text, which comes in clear and is sealed before anything else sees it.
    ///
    /// @param field name under which it is sealed
    record Secret(String field) implements Shape {}

    /// Several of one shape.
    record Several(Shape each) implements Shape {}

    /// An object with these fields and no others.
    ///
    /// @param name what the published contract calls it
    /// @param constructor takes the fields in their order
    record Form(String name, Class<?> type, Constructor<?> constructor, List<Field> fields)
            implements Shape {
        public Form {
            fields = List.copyOf(fields);
        }

        /// Whether it holds personal texts whose subject the request may name.
        boolean namesSubject() {
            return fields.stream().anyMatch(f -> f.shape() instanceof Secret)
                    && !Shapes.SUBJECT_IS_KNOWN.contains(type);
        }
    }

    /// One field of an object.
    ///
    /// @param required whether it must be there and not null
    /// @param minted identity of a new thing: chosen by the client, or else made at the edge
    record Field(String name, Shape shape, boolean required, boolean minted) {}
}

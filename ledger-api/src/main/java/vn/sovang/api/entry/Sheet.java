package vn.sovang.api.entry;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.recording.Recording.Entered;

/// One form that records one command (*phiếu nhập*).
///
/// @param name of its texts: `entry.<name>.title`, `.submit`, and `.consequences` where the act
///   cannot be taken back
/// @param command as programs call it
/// @param address where the form is shown and sent to
/// @param about what it is about, in words, with its page
/// @param fixed the part of the body that nobody types
/// @param finish puts right what a field alone cannot say
/// @param after the page that shows what was recorded
record Sheet(
        String name,
        String command,
        String address,
        @Nullable About about,
        List<Part> parts,
        ObjectNode fixed,
        Finish finish,
        Function<Entered, String> after) {
    /// What a form is about.
    record About(String text, String page) {}

    /// Fields under one heading, `entry.part.<name>`.
    record Part(String name, List<Field> fields) {
        Part {
            fields = List.copyOf(fields);
        }
    }

    /// Puts the body right once all fields are in it; may complain about a field.
    interface Finish {
        Finish NOTHING = (body, complaints) -> {};

        void apply(ObjectNode body, Complaints complaints);
    }

    Sheet {
        parts = List.copyOf(parts);
    }

    List<Field> fields() {
        return parts.stream().flatMap(part -> part.fields().stream()).toList();
    }

    Optional<Field> field(String name) {
        return fields().stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /// The field that holds a place of the body.
    Optional<Field> at(String pointer) {
        return fields().stream().filter(f -> f.holds(pointer)).findFirst();
    }

    Sheet finished(Finish by) {
        return new Sheet(name, command, address, about, parts, fixed, by, after);
    }
}

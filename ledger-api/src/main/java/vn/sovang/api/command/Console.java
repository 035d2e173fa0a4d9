package vn.sovang.api.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.VietnameseFormat;

/// Where a command writes, and in which language.
///
/// @param out results, for people or programs
/// @param err progress and errors, for people
public record Console(PrintWriter out, PrintWriter err, Messages messages) {
    /// The process's own streams, as UTF-8 whatever the locale says.
    public static Console ofProcess() {
        return new Console(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Messages.in(language(System::getenv)));
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /// English where the environment asks for it, Vietnamese otherwise. The launcher passes on in
    /// `SOVANG_LANGUAGE` what the locale said before it made the locale UTF-8.
    static Locale language(Function<String, @Nullable String> environment) {
        for (var name : List.of("SOVANG_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")) {
            var value = environment.apply(name);
            if (value != null && !value.isBlank()) {
                return value.startsWith("en") ? Locale.ENGLISH : Messages.VIETNAMESE;
            }
        }
        return Messages.VIETNAMESE;
    }

    VietnameseFormat format() {
        return new VietnameseFormat();
    }

    String number(long value) {
        return format().number(value, messages.locale());
    }

    /// A line of the result.
    void print(String line) {
        out.println(line);
        out.flush();
    }

    /// A line about what goes on.
    void say(String key, Object... arguments) {
        err.println(messages.text(key, arguments));
        err.flush();
    }
}

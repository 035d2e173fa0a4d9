package vn.sovang.api.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.sovang.api.Installation;
import vn.sovang.api.command.CommandLineInterface;
import vn.sovang.api.command.Console;
import vn.sovang.api.text.Messages;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.testing.TestDatabase;

/// A terminal of an office's machine: every command in this process, on the database that the
/// settings name as an operator would.
///
/// Settings belong to the whole process, so they stand only while a command runs; no two run at the
/// same time. Terminals of one office may be used by many tests, as long as no test asks how much
/// there is.
public final class Terminal {
    private final DatabaseSettings database;
    private final Path data;
    private final Map<String, String> settings;

    private Terminal(DatabaseSettings database, Path data, Map<String, String> settings) {
        this.database = database;
        this.data = data;
        this.settings = Map.copyOf(settings);
    }

    /// What a command said, and its exit code.
    public record Ran(int code, String out, String err) {}

    /// Of an office with nothing in its ledger yet.
    ///
    /// @param data the directory named by `--data`
    /// @param origin name of its log
    public static Terminal fresh(Path data, String origin) {
        return on(TestDatabase.freshSettings(), data, origin);
    }

    /// Of the office that has this database.
    public static Terminal on(DatabaseSettings database, Path data, String origin) {
        return new Terminal(
                database,
                data,
                Map.of(
                        "spring.datasource.url", database.ledgerUrl(),
                        "sovang.ledger.password", database.ledger().password(),
                        "sovang.read.password", database.read().password(),
                        "sovang.keys.password", database.keys().password(),
                        "sovang.door.password", database.door().password(),
                        "sovang.origin", origin));
    }

    /// The same with the superuser's login, with which each command bootstraps and migrates first.
    public Terminal administered() {
        var admin = TestDatabase.superuser();
        return with("spring.datasource.username", admin.user())
                .with("spring.datasource.password", admin.password());
    }

    /// The same with another setting.
    public Terminal with(String name, String value) {
        var others = new HashMap<>(settings);
        others.put(name, value);
        return new Terminal(database, data, others);
    }

    /// The same without a setting.
    public Terminal without(String name) {
        var others = new HashMap<>(settings);
        others.remove(name);
        return new Terminal(database, data, others);
    }

    public Path data() {
        return data;
    }

    /// The office's ledger, opened in this process beside the commands. The caller closes it.
    public Installation open() {
        return Installation.open(data, settings.get("sovang.origin"), database);
    }

    /// A command on the office's data, in Vietnamese.
    ///
    /// @param command its first words
    /// @param more the words after `--data`
    public Ran sovang(String command, Object... more) {
        return sovang(Messages.VIETNAMESE, command, more);
    }

    /// The same in another language.
    public Ran sovang(Locale locale, String command, Object... more) {
        var words = new ArrayList<Object>(List.of(command.split(" ")));
        words.addAll(List.of("--data", data));
        words.addAll(Arrays.asList(more));
        return run(locale, words.toArray());
    }

    /// Words as they are typed, with no word about data.
    public Ran run(Locale locale, Object... words) {
        settings.forEach(System::setProperty);
        try {
            return say(locale, words);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    /// Words typed where no settings name a database: none is needed.
    public static Ran say(Locale locale, Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console =
                new Console(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Messages.in(locale));
        var line = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        var code = CommandLineInterface.run(console, line);
        return new Ran(code, out.toString(), err.toString());
    }
}

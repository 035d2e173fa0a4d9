package vn.sovang.api;

import vn.sovang.api.command.CommandLineInterface;
import vn.sovang.api.command.Console;

/// The program.
///
/// Exit codes: 0 done, 1 refused or tampered with, 2 wrong usage, 3 input or output failed.
public final class Sovang {
    private Sovang() {}

    public static void main(String[] args) {
        // Spring leaves logging to the command that knows the data directory.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.exit(CommandLineInterface.run(Console.ofProcess(), args));
    }
}

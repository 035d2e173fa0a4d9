package vn.sovang.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.sovang.api.Installation;
import vn.sovang.api.Site;
import vn.sovang.testing.TestDatabase;

/// A service as it runs in an office: an installation, its site on a real port, and what lets a
/// test in as somebody.
///
/// Those that all tests of a JVM share are never closed: their databases go with the JVM, and
/// closing without one takes long.
public record Served(Installation installation, Site site, TestAccounts accounts)
        implements AutoCloseable {
    /// What an installation has before it is served.
    @FunctionalInterface
    public interface Filling {
        void fill(Installation installation) throws IOException;
    }

    /// A service on a database of its own, up to date with what it was filled with.
    ///
    /// @param name of its directory under `target/`, and of its log
    public static Served open(String name, Filling filling) {
        return open(directory(name), name, filling);
    }

    /// The same in a directory that has something in it already.
    static Served open(Path data, String name, Filling filling) {
        var installation =
                Installation.open(data, "sovang.test/" + name, TestDatabase.freshSettings());
        try {
            filling.fill(installation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var site = Site.start(installation, "127.0.0.1", 0);
        var accounts = TestAccounts.of(installation);
        installation.catchUp();
        return new Served(installation, site, accounts);
    }

    static Path directory(String name) {
        try {
            return Files.createTempDirectory(Path.of("target"), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return site.url();
    }

    @Override
    public void close() {
        site.close();
        installation.close();
    }
}

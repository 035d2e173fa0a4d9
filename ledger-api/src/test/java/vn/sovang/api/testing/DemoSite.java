package vn.sovang.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.sovang.api.Installation;
import vn.sovang.api.Site;
import vn.sovang.api.demo.Demo;
import vn.sovang.testing.TestDatabase;

/// The service as `./sovang demo` leaves it: the half-year of the report, its papers and both
/// stories; once for all tests of a JVM. Tests may record into it; each looks for what it recorded
/// itself.
public final class DemoSite {
    private DemoSite() {}

    public static Installation installation() {
        return Holder.INSTALLATION;
    }

    public static String url() {
        return Holder.SITE.url();
    }

    /// What lets a test in as somebody.
    public static TestAccounts accounts() {
        return Holder.ACCOUNTS;
    }

    private static Installation told() throws IOException {
        var data = Files.createTempDirectory(Path.of("target"), "demo");
        var installation =
                Installation.open(data, "sovang.test/demo", TestDatabase.freshSettings());
        Demo.record(installation);
        installation.ledger().seal();
        return installation;
    }

    private static final class Holder {
        static final Installation INSTALLATION;
        static final Site SITE;
        static final TestAccounts ACCOUNTS;

        static {
            try {
                INSTALLATION = told();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            SITE = Site.start(INSTALLATION, "127.0.0.1", 0);
            ACCOUNTS = TestAccounts.of(INSTALLATION);
            INSTALLATION.catchUp();
            // Nobody closes it: its database goes with the JVM, and closing without one takes long.
        }
    }
}

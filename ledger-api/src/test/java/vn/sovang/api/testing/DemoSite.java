package vn.sovang.api.testing;

import java.io.IOException;
import vn.sovang.api.Installation;
import vn.sovang.api.demo.Demo;

/// The service as `./sovang demo` leaves it: the half-year of the report, its papers and both
/// stories; once for all tests of a JVM. Tests may record into it; each looks for what it recorded
/// itself.
public final class DemoSite {
    private DemoSite() {}

    public static Installation installation() {
        return Holder.SERVED.installation();
    }

    public static String url() {
        return Holder.SERVED.url();
    }

    /// What lets a test in as somebody.
    public static TestAccounts accounts() {
        return Holder.SERVED.accounts();
    }

    private static void tell(Installation installation) throws IOException {
        Demo.record(installation);
        installation.ledger().seal();
    }

    private static final class Holder {
        static final Served SERVED = Served.open("demo", DemoSite::tell);
    }
}

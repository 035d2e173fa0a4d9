package vn.sovang.api.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The system's Chromium, for tests of what people really see.
///
/// Tests that need it run where it is installed; `-Dsovang.browser=required` makes its absence a
/// failure.
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /// Machines that test are busy; that something never comes is told early enough.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// A page that becomes a file to keep, or that is left before all of it came.
    private static final String BROKEN_OFF = "net::ERR_ABORTED";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final List<String> complaints = new ArrayList<>();

    public Browser() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
    }

    /// Whether tests in a browser are to run.
    public static boolean isWanted() {
        return Files.isExecutable(CHROMIUM)
                || "required".equals(System.getProperty("sovang.browser"));
    }

    /// A page of the given size, in Vietnam. What the browser complains about is kept.
    public Page page(int width, int height) {
        BrowserContext context =
                browser.newContext(
                        new NewContextOptions()
                                .setLocale("vi-VN")
                                .setTimezoneId("Asia/Ho_Chi_Minh")
                                .setViewportSize(width, height));
        context.setDefaultTimeout((double) PATIENCE.toMillis());
        var page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") || m.type().equals("warning")) {
                complaints.add(m.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequestFailed(r -> {
            if (!BROKEN_OFF.equals(r.failure())) {
                complaints.add("failed: " + r.url());
            }
        });
        return page;
    }

    /// What the browser complained about: blocked content, failed requests, script errors.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Keeps a picture for people to look at; with `-Dguide.write=true` also where a guide for
    /// users shows one of this name.
    public static void keep(Page page, String name) {
        var file = name + ".png";
        var picture =
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(Path.of("target", "screenshots", file)));
        if (Boolean.getBoolean("guide.write") && Guides.show(file)) {
            Guides.picture(file, picture);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

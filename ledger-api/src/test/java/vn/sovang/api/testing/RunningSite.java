package vn.sovang.api.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.Installation;
import vn.sovang.api.Intake;
import vn.sovang.api.door.Role;
import vn.sovang.api.imports.FixtureWorkbook;
import vn.sovang.api.imports.Submission;
import vn.sovang.event.Actor;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.Cosigner;
import vn.sovang.tlog.SignedNote;

/// The service with the demonstration's workbook in it, once for all tests of a JVM: real database,
/// real port. Tests ask it over HTTP and record nothing.
public final class RunningSite {
    public static final String CITY = "UBND thành phố Phan Rang - Tháp Chàm";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private RunningSite() {}

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

    /// Lets a browser's page in as an inspector.
    public static Page signIn(Page page) {
        return accounts().signIn(page, url(), Role.INSPECTOR);
    }

    /// Any request, of a program in some role.
    ///
    /// @param headers names and values by turns
    public static HttpResponse<String> as(
            Role role, String method, String path, String... headers) {
        var all = new ArrayList<>(List.of("Authorization", accounts().key(role)));
        all.addAll(Arrays.asList(headers));
        return anonymous(method, path, all.toArray(String[]::new));
    }

    /// Any request, of nobody known.
    ///
    /// @param headers names and values by turns
    public static HttpResponse<String> anonymous(String method, String path, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sent(request, BodyHandlers.ofString());
    }

    /// As an inspector.
    ///
    /// @param headers names and values by turns
    public static HttpResponse<String> get(String path, String... headers) {
        return send(path, BodyHandlers.ofString(), headers);
    }

    /// The same for answers that are no text.
    public static HttpResponse<byte[]> bytes(String path) {
        return send(path, BodyHandlers.ofByteArray());
    }

    private static <T> HttpResponse<T> send(
            String path, HttpResponse.BodyHandler<T> handler, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .header("Authorization", accounts().key(Role.INSPECTOR));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sent(request, handler);
    }

    private static <T> HttpResponse<T> sent(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(String path, String... headers) {
        return JSON.readTree(get(path, headers).body());
    }

    /// The seed's half-year as a workbook with rows.
    public static Path workbook(Path folder) throws IOException {
        var file = folder.resolve("2024-h1.xlsx");
        FixtureWorkbook.write(file);
        return file;
    }

    /// The witness that cosigned the site's checkpoint.
    public static Cosigner witness() {
        return Cosigner.ed25519("witness.test/site", new byte[32]);
    }

    private static Served witnessed() {
        try {
            var data = Served.directory("site");
            Files.createDirectories(data.resolve("keys"));
            Files.writeString(
                    data.resolve("keys/policy"),
                    "witness w " + witness().verifierKey() + "\nquorum w\n");
            return Served.open(data, "site", RunningSite::fill);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Installation installation) throws IOException {
        var ledger = installation.ledger();
        var importer = new Actor("importer", "IMPORTER", null);
        var by = new Submission(importer, Clock.systemUTC().instant(), "second", false);
        var result = new Intake(ledger).record(workbook(installation.data()), by, summary -> {});
        if (!(result instanceof Intake.Result.Done done) || done.receipt().repeated()) {
            throw new IllegalStateException(result.toString());
        }
        var sealed = ledger.seal();
        var checkpoint =
                Checkpoint.of(SignedNote.parse(sealed.note().getBytes(StandardCharsets.UTF_8)));
        var now = Clock.systemUTC().instant().getEpochSecond();
        ledger.cosignatures().accept(witness().cosign(checkpoint, now), sealed.size());
    }

    private static final class Holder {
        static final Served SERVED = witnessed();
    }
}

package vn.sovang.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/// Somebody with a browser who has signed in.
final class Visitor implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "ba con gà trống đo đường";

    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .version(Version.HTTP_1_1)
                    .followRedirects(Redirect.NEVER)
                    .build();
    private final String site;

    private Visitor(String site) {
        this.site = site;
    }

    /// An answer as it came.
    ///
    /// @param transferred bytes of the body on the wire
    record Answer(int status, String text, long transferred) {}

    /// Signs in for the first time, which is where the first password ends.
    static Visitor of(Service service, String account, String first) {
        var visitor = new Visitor(service.url());
        visitor.post(
                "/dang-nhap",
                Map.of(
                        "tai-khoan",
                        account,
                        "mat-khau",
                        first,
                        "_csrf",
                        visitor.token("/dang-nhap")));
        var password = "/tai-khoan/mat-khau";
        var token = visitor.token(password);
        visitor.post(password, Map.of("hien-tai", first, "moi", PASSWORD, "_csrf", token));
        if (visitor.get("/khen-thuong").status() != 200) {
            throw new IllegalStateException(account + " could not sign in");
        }
        return visitor;
    }

    /// A page, or what belongs to it.
    Answer get(String path) {
        var answer =
                send(
                        HttpRequest.newBuilder(URI.create(site + path))
                                .header("Accept", "text/html,*/*;q=0.8")
                                .header("Accept-Encoding", "gzip")
                                .build());
        boolean packed = answer.headers().firstValue("Content-Encoding").isPresent();
        return new Answer(answer.statusCode(), text(answer.body(), packed), answer.body().length);
    }

    private static String text(byte[] body, boolean packed) {
        if (!packed) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String token(String path) {
        var found = TOKEN.matcher(get(path).text());
        if (!found.find()) {
            throw new IllegalStateException("no form at " + path);
        }
        return found.group(1);
    }

    private void post(String path, Map<String, String> fields) {
        var body =
                fields.entrySet().stream()
                        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        var answer =
                send(
                        HttpRequest.newBuilder(URI.create(site + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body))
                                .build());
        if (answer.statusCode() != 302 && answer.statusCode() != 303) {
            throw new IllegalStateException(path + " answers " + answer.statusCode());
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

package vn.sovang.api.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import vn.sovang.api.testing.RecordingSite;

/// Somebody who has not signed in, at an address of his own: how fast one test asks is of no
/// concern to another.
final class Visitor {
    private final HttpClient http;

    /// @param address such as `127.0.0.41`
    Visitor(String address) {
        http = HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)).build();
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(RecordingSite.url() + path));
        return send(headers.length > 0 ? request.headers(headers) : request);
    }

    /// Asks whether a name agrees.
    HttpResponse<String> name(String code, String name) {
        var body = "ho-ten=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return send(
                HttpRequest.newBuilder(URI.create(RecordingSite.url() + "/xac-minh/" + code))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package vn.sovang.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.api.Installation;
import vn.sovang.api.Site;
import vn.sovang.testing.TestDatabase;

/// Behind TLS, cookies are for TLS alone.
class PublicAddressTest {
    @TempDir Path folder;

    @Test
    void behind_tls_the_session_is_for_this_host_and_for_tls_only() throws Exception {
        System.setProperty("sovang.public-url", "https://sovang.example");
        try (var installation =
                        Installation.open(folder, "sovang.test/tls", TestDatabase.freshSettings());
                var site = Site.start(installation, "127.0.0.1", 0);
                var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(site.url() + "/dang-nhap"))
                                    .header("X-Forwarded-Proto", "https")
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-sovang-session=")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        } finally {
            System.clearProperty("sovang.public-url");
        }
    }
}

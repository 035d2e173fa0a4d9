package vn.sovang.benchmark;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.sovang.postgres.Credentials;
import vn.sovang.postgres.DatabaseSettings;

/// The program itself, in a process of its own, on a filled ledger: `./sovang serve`.
final class Service implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final long BETWEEN_NANOS = 200_000_000;

    private final Path data;
    private final DatabaseSettings database;
    private final String url;
    private final Process process;

    private Service(Path data, DatabaseSettings database, int port) throws IOException {
        this.data = data;
        this.database = database;
        this.url = "http://127.0.0.1:" + port;
        this.process =
                command(List.of("serve", "--port", Integer.toString(port)))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /// Starts it and waits until it says that it is ready.
    static Service start(Server server) {
        try {
            Progress.say("starting the program on the filled ledger");
            var service =
                    new Service(
                            FilledLedger.folder(server),
                            server.settings(FilledLedger.NAME),
                            freePort());
            service.awaitReady();
            return service;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    String url() {
        return url;
    }

    /// A new account, from the command line.
    ///
    /// @return its first password
    String account(String id, String role, List<String> more) throws IOException {
        var words = new ArrayList<>(List.of("account", "add", id, "--role", role));
        words.addAll(more);
        var added = command(words).start();
        try (var out = new InputStreamReader(added.getInputStream(), StandardCharsets.UTF_8)) {
            return out.readAllAsString().strip();
        }
    }

    private ProcessBuilder command(List<String> words) {
        var all = new ArrayList<>(List.of(program().toString()));
        all.addAll(words);
        all.addAll(List.of("--data", data.toString()));
        var builder = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.INHERIT);
        var environment = builder.environment();
        environment.put("SPRING_DATASOURCE_URL", database.ledgerUrl());
        environment.put("SOVANG_KEYS_URL", database.keysUrl());
        login("SPRING_DATASOURCE_", Objects.requireNonNull(database.admin()), environment);
        environment.put("SOVANG_LEDGER_PASSWORD", database.ledger().password());
        environment.put("SOVANG_READ_PASSWORD", database.read().password());
        environment.put("SOVANG_KEYS_PASSWORD", database.keys().password());
        environment.put("SOVANG_DOOR_PASSWORD", database.door().password());
        return builder;
    }

    private static void login(String prefix, Credentials login, Map<String, String> environment) {
        environment.put(prefix + "USERNAME", login.user());
        environment.put(prefix + "PASSWORD", login.password());
    }

    /// `sovang` beside the module whose `target` this jar lies in.
    private static Path program() {
        try {
            var source = Service.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(source.toURI()).resolve("../../../sovang").normalize();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void awaitReady() {
        long until = System.nanoTime() + START.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (!isReady(client)) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    throw new IllegalStateException("the program did not start; see " + data);
                }
                LockSupport.parkNanos(BETWEEN_NANOS);
            }
        }
    }

    private boolean isReady(HttpClient client) {
        try {
            var ask = HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"));
            return client.send(ask.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

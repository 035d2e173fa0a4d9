package vn.sovang.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.witness.Witness.Answer;

/// A witness over HTTP (C2SP tlog-witness): `POST /add-checkpoint` and, for monitors, `GET /<hex
/// SHA-256 of the origin>/checkpoint`. Nothing else is there.
///
/// Plain HTTP: a witness that is reached over the internet stands behind a proxy that speaks TLS.
/// Answers hold no secret and cosignatures need none on the way, but over plain HTTP somebody in
/// between can keep the two apart.
public final class WitnessServer implements AutoCloseable {
    /// A note with 70 post-quantum signatures and the longest proof. A checkpoint has a few lines.
    static final int MAX_BODY_BYTES = 256 * 1024;

    /// Verifying costs milliseconds of a processor; more at once only makes all wait.
    private static final int AT_ONCE = 16;

    private static final int GRACE_SECONDS = 2;

    private static final Pattern MONITOR = Pattern.compile("/([0-9a-f]{64})/checkpoint");
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";

    private static final Logger LOG = LoggerFactory.getLogger(WitnessServer.class);

    static {
        // The JDK's server waits for ever by itself. It reads these once, when it is loaded.
        limit("sun.net.httpserver.maxReqTime", 20);
        limit("sun.net.httpserver.maxRspTime", 20);
        limit("sun.net.httpserver.idleInterval", 30);
        limit("jdk.httpserver.maxConnections", 500);
    }

    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore working = new Semaphore(AT_ONCE);

    private WitnessServer(Witness witness, HttpServer server) {
        this.witness = witness;
        this.server = server;
    }

    private static void limit(String property, int value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(value));
        }
    }

    /// Answers until closed.
    ///
    /// @param address port 0 for any free one
    public static WitnessServer start(Witness witness, InetSocketAddress address)
            throws IOException {
        var it = new WitnessServer(witness, HttpServer.create(address, 0));
        it.server.setExecutor(it.threads);
        it.server.createContext("/", it::handle);
        it.server.start();
        return it;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// A status and what goes with it.
    private record Reply(int status, String type, String body) {
        static Reply text(int status, String text) {
            return new Reply(status, TEXT, text + "\n");
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = reply(exchange);
            } catch (IOException | RuntimeException fault) {
                LOG.error("{} {}", exchange.getRequestMethod(), exchange.getRequestURI(), fault);
                reply = Reply.text(500, "the witness failed; its log says why");
            }
            send(exchange, reply);
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.type());
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        var method = exchange.getRequestMethod();
        if ("/add-checkpoint".equals(path)) {
            return method.equals("POST") ? post(exchange) : notAllowed(exchange, "POST");
        }
        var monitor = MONITOR.matcher(path == null ? "" : path);
        if (!monitor.matches()) {
            return Reply.text(404, "not found");
        }
        return method.equals("GET") || method.equals("HEAD")
                ? witness.last(monitor.group(1))
                        .map(note -> new Reply(200, TEXT, new String(note, StandardCharsets.UTF_8)))
                        .orElseGet(() -> Reply.text(404, "nothing cosigned for this log"))
                : notAllowed(exchange, "GET, HEAD");
    }

    private static Reply notAllowed(HttpExchange exchange, String allowed) {
        exchange.getResponseHeaders().set("Allow", allowed);
        return Reply.text(405, "method not allowed");
    }

    private Reply post(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            return Reply.text(413, "larger than " + MAX_BODY_BYTES + " bytes");
        }
        if (!working.tryAcquire()) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            return Reply.text(503, "busy");
        }
        try {
            return reply(witness.addCheckpoint(body));
        } finally {
            working.release();
        }
    }

    private static Reply reply(Answer answer) {
        return switch (answer) {
            case Answer.Cosigned it -> new Reply(200, TEXT, CosignatureLines.text(it.lines()));
            case Answer.Malformed it -> Reply.text(400, it.why());
            case Answer.UnknownLog it -> Reply.text(404, "no key is trusted for " + it.origin());
            case Answer.OtherSize it -> new Reply(409, SIZE, it.lastSize() + "\n");
            case Answer.Refused it ->
                    Reply.text(it.verdict().httpStatus(), it.verdict().toString());
        };
    }

    /// Finishes what it has begun, within seconds, and takes nothing more.
    @Override
    public void close() {
        server.stop(GRACE_SECONDS);
        threads.close();
    }
}

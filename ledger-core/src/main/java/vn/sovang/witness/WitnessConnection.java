package vn.sovang.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import vn.sovang.tlog.AddCheckpointRequest;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.NoteSignature;
import vn.sovang.tlog.SignedNote;

/// One witness over HTTP (C2SP tlog-witness), who may be slow, broken or hostile: no answer is
/// waited for longer than a limit, or read beyond one, and no redirection is followed.
///
/// The address in a policy is the submission prefix; monitoring is expected under the same one.
final class WitnessConnection {
    /// Far more than a few cosignature lines or one checkpoint.
    private static final int MAX_ANSWER_BYTES = 128 * 1024;

    private static final int CONFLICT = 409;
    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n");

    private final HttpClient client;
    private final String prefix;
    private final Duration limit;

    /// @param limit for a whole exchange, from connecting to the last byte
    WitnessConnection(HttpClient client, String url, Duration limit) {
        this.client = client;
        this.prefix = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.limit = limit;
    }

    /// What a witness said to a request.
    sealed interface Reply {
        record Lines(List<NoteSignature> lines) implements Reply {}

        /// Its last checkpoint has this size.
        record OtherSize(long size) implements Reply {}

        /// Our proof does not hold against what it cosigned.
        record NotConsistent() implements Reply {}

        /// Any other status: it does not know the log, or its key, or is itself out of order.
        record Refused(int status) implements Reply {}
    }

    /// @throws IOException if there is no answer in time, or none that can be understood
    Reply add(AddCheckpointRequest request) throws IOException, InterruptedException {
        var answer =
                send(
                        HttpRequest.newBuilder(URI.create(prefix + "/add-checkpoint"))
                                .header("Content-Type", "text/plain; charset=utf-8")
                                .POST(BodyPublishers.ofByteArray(request.bytes()))
                                .build());
        try {
            return switch (answer.statusCode()) {
                case 200 -> new Reply.Lines(NoteSignature.parseLines(answer.body()));
                case CONFLICT -> new Reply.OtherSize(size(answer));
                case 422 -> new Reply.NotConsistent();
                default -> new Reply.Refused(answer.statusCode());
            };
        } catch (MalformedLogDataException garbage) {
            throw new IOException("an answer that is none: " + garbage.getMessage(), garbage);
        }
    }

    private static long size(HttpResponse<byte[]> answer) throws IOException {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var size = SIZE.matcher(new String(answer.body(), StandardCharsets.ISO_8859_1));
        if (!type.equals("text/x.tlog.size") || !size.matches()) {
            throw new IOException("409 without a size");
        }
        return Long.parseLong(size.group(1));
    }

    /// The checkpoint cosigned last for a log, not verified; empty if the witness has none to show.
    ///
    /// @throws IOException if there is no answer in time, or none that can be understood
    Optional<SignedNote> last(String origin) throws IOException, InterruptedException {
        var path = prefix + "/" + Witness.nameOf(origin) + "/checkpoint";
        var answer = send(HttpRequest.newBuilder(URI.create(path)).GET().build());
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP " + answer.statusCode());
        }
        try {
            return Optional.of(SignedNote.parse(answer.body()));
        } catch (MalformedLogDataException garbage) {
            throw new IOException("an answer that is none: " + garbage.getMessage(), garbage);
        }
    }

    /// The limit covers the body too, which a request's own timeout does not.
    private HttpResponse<byte[]> send(HttpRequest request)
            throws IOException, InterruptedException {
        var body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES);
        var answer = client.sendAsync(request, body);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new IOException("no answer within " + limit, slow);
        } catch (ExecutionException failed) {
            var cause = failed.getCause();
            throw cause instanceof IOException io ? io : new IOException(cause);
        } finally {
            answer.cancel(true);
        }
    }
}

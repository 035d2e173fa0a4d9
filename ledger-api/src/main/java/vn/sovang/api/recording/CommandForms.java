package vn.sovang.api.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Problem;

/// What programs are told about what they recorded.
final class CommandForms {
    private CommandForms() {}

    /// That a request is recorded and durable.
    ///
    /// @param request its idempotency key
    /// @param first position of the first event it caused
    /// @param last position of the last
    /// @param repeated the request was recorded before; this is its first receipt again
    /// @param ids identities of the new things, by JSON pointer into the body
    record CommandReceipt(
            String command,
            UUID request,
            long first,
            long last,
            Instant recordedAt,
            boolean repeated,
            Map<String, UUID> ids) {
        CommandReceipt {
            ids = new TreeMap<>(ids);
        }

        static CommandReceipt of(Recorder.Asked asked, Recorder.Recorded done) {
            var receipt = done.receipt();
            return new CommandReceipt(
                    asked.type().name(),
                    asked.key(),
                    receipt.first(),
                    receipt.last(),
                    receipt.recordedAt(),
                    receipt.repeated(),
                    done.ids());
        }

        /// 201 for what was recorded now, 200 for what was there.
        int status() {
            return repeated ? 200 : 201;
        }
    }

    /// What came of one line of a bulk request.
    ///
    /// @param line as numbered in the request, from 0
    /// @param status as the line alone would have been answered
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineResult(
            int line, int status, @Nullable CommandReceipt receipt, @Nullable Problem problem) {}

    /// What came of all lines, in their order.
    record BulkResult(int recorded, int repeated, int refused, List<LineResult> lines) {
        BulkResult {
            lines = List.copyOf(lines);
        }

        static BulkResult of(List<LineResult> lines) {
            return new BulkResult(count(lines, 201), count(lines, 200), refused(lines), lines);
        }

        private static int count(List<LineResult> lines, int status) {
            return (int) lines.stream().filter(line -> line.status == status).count();
        }

        private static int refused(List<LineResult> lines) {
            return (int) lines.stream().filter(line -> line.problem != null).count();
        }
    }

    /// A command that can be asked here.
    ///
    /// @param address where
    /// @param operation its name in the contract
    record Available(String name, String address, String operation) {}
}

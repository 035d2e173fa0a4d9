package vn.sovang.api.log;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.sovang.api.Installation;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// Who may read the entries of the log, until there is sign-in by roles: programs on this machine,
/// and those with a mirror's token.
///
/// A forwarded request comes from this machine only by its last step, and a browser that was lured
/// to a foreign name for this address names it in `Host`; neither counts as near.
@Component
class EntryReaders {
    private static final List<String> FORWARDED =
            List.of(
                    "Forwarded",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Forwarded-Proto",
                    "X-Real-IP",
                    "Via");
    private static final Set<String> HERE =
            Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");
    private static final String BEARER = "Bearer ";

    private final MirrorTokens tokens;

    EntryReaders(Installation installation) {
        this.tokens = new MirrorTokens(installation.data());
    }

    /// @throws Failure `ENTRIES_NOT_PUBLIC`
    void require(HttpServletRequest request) {
        if (!isNear(request) && !hasToken(request)) {
            throw Failure.of(FailureCode.ENTRIES_NOT_PUBLIC);
        }
    }

    private static boolean isNear(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && HERE.contains(request.getServerName())
                    && FORWARDED.stream().allMatch(header -> request.getHeader(header) == null);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean hasToken(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        try {
            return authorization != null
                    && authorization.startsWith(BEARER)
                    && tokens.accepts(authorization.substring(BEARER.length()).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

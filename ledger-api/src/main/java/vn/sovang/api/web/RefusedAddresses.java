package vn.sovang.api.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.Problem;

/// What the server refuses before any filter of ours sees it, such as a slash or a NUL in disguise
/// (`%2F`, `%00`), is answered with a problem like everything else. It stays refused.
@Component
final class RefusedAddresses
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedAddresses.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Answer()));
    }

    /// Behind Spring Boot's own, which then finds the answer given.
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    private static final class Answer extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            var failure = Failure.of(Problems.code(HttpStatusCode.valueOf(status)));
            var language = request.getHeader("Accept-Language");
            var messages =
                    Messages.in(language == null ? Messages.VIETNAMESE : request.getLocale());
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.setCharacterEncoding(StandardCharsets.UTF_8);
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.setHeader("Cache-Control", "no-store");
                var out = response.getReporter();
                if (out != null) {
                    out.write(JSON.writeValueAsString(Problem.of(failure, messages)));
                    response.finishResponse();
                }
            } catch (IOException gone) {
                LOG.debug("nobody waits for the answer any more", gone);
            }
        }
    }
}

package vn.sovang.api.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import vn.sovang.api.Settings;

/// The program's log: one file in the data directory, at most five old ones beside it. Nothing of
/// it goes to the terminal. A line is a text, or a JSON object where the operator asks for that
/// (`sovang.log-format=json`); neither says anything about a person.
final class Logs {
    private static final String NAME = "sovang-file";
    private static final FileSize LARGEST = FileSize.valueOf("10MB");
    private static final int OLD_FILES = 5;

    private Logs() {}

    /// Sends all logging to `logs/sovang.log` in the directory.
    ///
    /// @return the file
    /// @throws IOException if the folder cannot be made
    static Path to(Path data) throws IOException {
        var folder = Files.createDirectories(data.resolve("logs"));
        var file = folder.resolve("sovang.log");
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            // The web server writes to the JDK's own logging, which would write to the terminal.
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
            root.detachAndStopAllAppenders();
            root.setLevel(Level.INFO);
            root.addAppender(appender(context, file));
            // Axon and Flyway tell at every start what they found; nobody reads that.
            context.getLogger("org.axonframework").setLevel(Level.WARN);
            context.getLogger("org.flywaydb").setLevel(Level.WARN);
        }
        return file;
    }

    private static Encoder<ILoggingEvent> lines() {
        var encoder = new PatternLayoutEncoder();
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(
                "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{30} [%thread] %msg%n");
        return encoder;
    }

    /// An object a line: `timestamp` in milliseconds, `level`, `loggerName`, `threadName`,
    /// `formattedMessage`, `throwable`; `mdc` holds the trace where traces are on.
    private static Encoder<ILoggingEvent> json() {
        var encoder = new JsonEncoder();
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        return encoder;
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path file) {
        var encoder = "json".equals(Settings.get("sovang.log-format")) ? json() : lines();
        encoder.setContext(context);
        encoder.start();
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName(NAME);
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        var policy = new FixedWindowRollingPolicy();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(file + ".%i");
        policy.setMinIndex(1);
        policy.setMaxIndex(OLD_FILES);
        policy.start();
        appender.setRollingPolicy(policy);
        var trigger = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        trigger.setContext(context);
        trigger.setMaxFileSize(LARGEST);
        trigger.start();
        appender.setTriggeringPolicy(trigger);
        appender.start();
        return appender;
    }
}

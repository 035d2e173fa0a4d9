package vn.sovang.api;

import java.util.ArrayList;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.event.LedgerOpened;

/// The pages and the programming interface over an installation, until closed.
public final class Site implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final String address;

    private Site(ConfigurableApplicationContext context, String address) {
        this.context = context;
        this.address = address;
    }

    /// Seals in the background, lets the read models follow and answers requests.
    ///
    /// @param installation not closed with the service
    /// @param port 0 for any free one
    /// @throws Failure `PORT_IN_USE`; `SCRIPTED_CLOCK` for a log whose first event says that its
    ///   times are scripted: nobody may take those for real (R2)
    public static Site start(Installation installation, String address, int port) {
        if (installation.ledger().opened().clock() == LedgerOpened.Clock.SCRIPTED) {
            throw Failure.of(FailureCode.SCRIPTED_CLOCK);
        }
        installation.ledger().keepSealing();
        installation.ledger().bulkImports().keepResuming();
        installation.projections().start();
        var application = new SpringApplication(Wiring.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of("spring.main.banner-mode", "off"));
        application.addInitializers(context ->
                context.getBeanFactory().registerSingleton("installation", installation));
        try {
            return new Site(application.run(arguments(address, port)), address);
        } catch (RuntimeException e) {
            throw inUse(e) ? portInUse(port, e) : e;
        }
    }

    /// Where people reach the service over TLS, cookies are for that alone, and whoever stands
    /// before it says where requests come from. Traces go to a collector only if one is named.
    private static String[] arguments(String address, int port) {
        var arguments = new ArrayList<String>();
        arguments.add("--server.port=" + port);
        arguments.add("--server.address=" + address);
        if (PublicAddress.configured().filter(url -> url.startsWith("https://")).isPresent()) {
            arguments.add("--server.servlet.session.cookie.secure=true");
            arguments.add("--server.servlet.session.cookie.name=__Host-sovang-session");
            arguments.add("--server.forward-headers-strategy=native");
        }
        var collector = Settings.get("sovang.otlp-endpoint");
        if (collector != null && !collector.isBlank()) {
            arguments.add("--management.opentelemetry.enabled=true");
            arguments.add("--management.tracing.export.otlp.enabled=true");
            arguments.add(
                    "--management.opentelemetry.tracing.export.otlp.endpoint="
                            + collector.strip()
                            + "/v1/traces");
        }
        return arguments.toArray(String[]::new);
    }

    private static boolean inUse(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof PortInUseException) {
                return true;
            }
        }
        return false;
    }

    private static Failure portInUse(int port, RuntimeException cause) {
        return Failure.of(FailureCode.PORT_IN_USE, "port", Integer.toString(port)).because(cause);
    }

    /// Where a browser finds it.
    public String url() {
        var host = address.equals("0.0.0.0") || address.equals("::") ? "localhost" : address;
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    public int port() {
        var server = context instanceof WebServerApplicationContext web ? web.getWebServer() : null;
        if (server == null) {
            throw new IllegalStateException("no web server");
        }
        return server.getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}

package vn.sovang.testing.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/// An identity provider in this JVM, on a port of its own: Spring Authorization Server. Outside the
/// service's packages, so that the service does not find it.
public final class TestIssuer implements AutoCloseable {
    public static final String CLIENT = "sovang";
    public static final String SECRET = "test-only";
    public static final String PASSWORD = "test-only-password";

    private final ConfigurableApplicationContext context;
    private final String address;

    private TestIssuer(ConfigurableApplicationContext context) {
        this.context = context;
        var server = context instanceof WebServerApplicationContext web ? web.getWebServer() : null;
        if (server == null) {
            throw new IllegalStateException("no web server");
        }
        // Cookies do not tell ports apart; the service is at 127.0.0.1.
        this.address = "http://localhost:" + server.getPort();
    }

    public static TestIssuer start() {
        return new TestIssuer(
                new SpringApplicationBuilder(Application.class)
                        .registerShutdownHook(false)
                        .run(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                // It reads the service's own settings, and has no such probes.
                                "--management.endpoint.health.validate-group-membership=false"));
    }

    /// The issuer as tokens name it.
    public String address() {
        return address;
    }

    /// Lets people in who come back to an address.
    public void trust(String redirect) {
        context.getBean(Clients.class).add(people(redirect));
    }

    /// A person: name, and what the tokens say of roles and unit.
    public void person(String name, Map<String, Object> claims) {
        context.getBean(InMemoryUserDetailsManager.class)
                .createUser(User.withUsername(name).password("{noop}" + PASSWORD).build());
        context.getBean(Claims.class).put(name, claims);
    }

    /// A program, with the same.
    public void program(String name, Map<String, Object> claims) {
        context.getBean(Clients.class)
                .add(
                        RegisteredClient.withId(name)
                                .clientId(name)
                                .clientSecret("{noop}" + SECRET)
                                .clientAuthenticationMethod(
                                        ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                                .build());
        context.getBean(Claims.class).put(name, claims);
    }

    /// A token signed by this issuer, whatever it says.
    public String token(Consumer<JwtClaimsSet.Builder> claims) {
        var now = Instant.now();
        var set =
                JwtClaimsSet.builder()
                        .issuer(address)
                        .subject("made-up")
                        .audience(List.of(CLIENT))
                        .issuedAt(now.minusSeconds(60))
                        .expiresAt(now.plusSeconds(600))
                        .claim("sovang_roles", List.of("INSPECTOR"));
        claims.accept(set);
        return context.getBean(JwtEncoder.class)
                .encode(JwtEncoderParameters.from(set.build()))
                .getTokenValue();
    }

    @Override
    public void close() {
        context.close();
    }

    private static RegisteredClient people(String redirect) {
        return RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirect)
                .scope("openid")
                .build();
    }

    /// What tokens say of a person or a program, by name.
    static final class Claims extends ConcurrentHashMap<String, Map<String, Object>> {
        private static final long serialVersionUID = 1L;
    }

    /// Clients that come and go with the tests.
    static final class Clients implements RegisteredClientRepository {
        private final Map<String, RegisteredClient> clients = new ConcurrentHashMap<>();

        void add(RegisteredClient client) {
            clients.put(client.getClientId(), client);
        }

        @Override
        public void save(RegisteredClient client) {
            add(client);
        }

        @Override
        public RegisteredClient findById(String id) {
            return findByClientId(id);
        }

        @Override
        @SuppressWarnings("NullAway") // the interface's own contract: null for none
        public RegisteredClient findByClientId(String id) {
            return clients.get(id);
        }
    }

    /// The provider's parts.
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Clients clients() {
            return new Clients();
        }

        @Bean
        Claims claims() {
            return new Claims();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager();
        }

        @Bean
        JwtEncoder encoder(JWKSource<SecurityContext> keys) {
            return new NimbusJwtEncoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> customizer(Claims claims) {
            return token -> {
                Authentication principal = token.getPrincipal();
                var who = Objects.requireNonNull(principal).getName();
                token.getClaims()
                        .audience(List.of(CLIENT))
                        .claims(all -> all.putAll(claims.getOrDefault(who, Map.of())));
            };
        }

        @Bean
        @Order(1)
        SecurityFilterChain provider(HttpSecurity http) {
            return http.oauth2AuthorizationServer(
                            server -> {
                                http.securityMatcher(server.getEndpointsMatcher());
                                server.oidc(Customizer.withDefaults());
                            })
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .exceptionHandling(asked ->
                            asked.authenticationEntryPoint(
                                    new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain signIn(HttpSecurity http) {
            return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }
    }
}

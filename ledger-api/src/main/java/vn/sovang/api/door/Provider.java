package vn.sovang.api.door;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import vn.sovang.api.text.Failure;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.UnitId;

/// The office's identity provider (OpenID Connect), where the operator names one.
///
/// | setting | environment | meaning |
/// |---|---|---|
/// | `sovang.oidc.issuer` | `SOVANG_OIDC_ISSUER` | its address; without it there are local accounts only |
/// | `sovang.oidc.client-id`, `.client-secret` | `SOVANG_OIDC_CLIENT_…` | this service as a client, for people |
/// | `sovang.oidc.audience` | `SOVANG_OIDC_AUDIENCE` | what tokens of programs must be meant for; else the client's id |
/// | `sovang.oidc.roles-claim` | `SOVANG_OIDC_ROLES_CLAIM` | claim with the names of roles; `sovang_roles` |
/// | `sovang.oidc.mandate-claim` | `SOVANG_OIDC_MANDATE_CLAIM` | claim with an inspector's mandate, an object of `decision`, `units`, `from`, `until`; `sovang_mandate` |
/// | `sovang.oidc.unit-claim` | `SOVANG_OIDC_UNIT_CLAIM` | claim with the id of the unit; `sovang_unit` |
///
/// It is asked for its keys at the first sign-in, so that the service starts without it.
final class Provider {
    /// Names it in addresses.
    static final String NAME = "office";

    /// Where the button on the sign-in page leads.
    static final String SIGN_IN = "/oauth2/authorization/" + NAME;

    /// Never the name of a local account: those hold no colon.
    private static final String PREFIX = "oidc:";

    private static final int MAX_SUBJECT = 90;

    private final String issuer;
    private final String client;
    private final String secret;
    private final String audience;
    private final String rolesClaim;
    private final String unitClaim;
    private final String mandateClaim;

    private Provider(String issuer, Environment settings) {
        this.issuer = issuer;
        this.client = settings.getProperty("sovang.oidc.client-id", "sovang");
        this.secret = settings.getProperty("sovang.oidc.client-secret", "");
        this.audience = settings.getProperty("sovang.oidc.audience", client);
        this.rolesClaim = settings.getProperty("sovang.oidc.roles-claim", "sovang_roles");
        this.unitClaim = settings.getProperty("sovang.oidc.unit-claim", "sovang_unit");
        this.mandateClaim = settings.getProperty("sovang.oidc.mandate-claim", "sovang_mandate");
    }

    /// The one the settings name; empty if they name none.
    static Optional<Provider> from(Environment settings) {
        var issuer = settings.getProperty("sovang.oidc.issuer", "").strip();
        return issuer.isEmpty() ? Optional.empty() : Optional.of(new Provider(issuer, settings));
    }

    /// This service as people's browsers are sent there and back.
    ClientRegistrationRepository clients() {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(NAME)
                .clientId(client)
                .clientSecret(secret)
                .scope("openid")
                .userNameAttributeName("sub")
                .build();
    }

    /// Reads tokens of programs: signed by the provider, made by it for this service, in time.
    JwtDecoder tokens() {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = JwtDecoders.fromIssuerLocation(issuer);
            decoder.setJwtValidator(
                    new DelegatingOAuth2TokenValidator<>(
                            JwtValidators.createDefaultWithIssuer(issuer),
                            new JwtClaimValidator<Collection<String>>(
                                    JwtClaimNames.AUD,
                                    meant -> meant != null && meant.contains(audience))));
            return decoder;
        });
    }

    /// Who a token is about. Roles that this version does not know give no right.
    ///
    /// @throws IllegalValue for claims nobody can be let in by: no subject, a unit that is no id,
    ///   an administrator with another role
    Identity identity(Map<String, Object> claims) {
        var subject = String.valueOf(claims.getOrDefault(JwtClaimNames.SUB, ""));
        if (subject.isBlank() || subject.length() > MAX_SUBJECT) {
            throw new IllegalValue("sub", "none, or longer than " + MAX_SUBJECT + " characters");
        }
        var roles =
                words(claims.get(rolesClaim))
                        .map(Role::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet());
        if (!Role.mayBeHeldTogether(roles)) {
            throw new IllegalValue(rolesClaim, "an administrator holds no other role");
        }
        return new Identity(
                PREFIX + subject,
                roles,
                unit(claims.get(unitClaim)),
                0,
                false,
                mandate(claims.get(mandateClaim)));
    }

    /// A mandate that cannot be read lets nobody in: it would be no limit.
    private @Nullable Mandate mandate(@Nullable Object claim) {
        if (claim == null) {
            return null;
        }
        try {
            var said = (Map<?, ?>) claim;
            return new Mandate(
                    String.valueOf(said.get("decision")),
                    words(said.get("units"))
                            .map(UUID::fromString)
                            .map(UnitId::new)
                            .collect(Collectors.toSet()),
                    LocalDate.parse(String.valueOf(said.get("from"))),
                    LocalDate.parse(String.valueOf(said.get("until"))));
        } catch (ClassCastException
                | IllegalArgumentException
                | DateTimeException
                | Failure unreadable) {
            throw new IllegalValue(mandateClaim, "no decision, units, from and until");
        }
    }

    private static Stream<String> words(@Nullable Object claim) {
        return switch (claim) {
            case null -> Stream.empty();
            case Collection<?> many -> many.stream().map(String::valueOf);
            default -> Arrays.stream(String.valueOf(claim).split("[ ,]+"));
        };
    }

    private @Nullable UnitId unit(@Nullable Object claim) {
        var texts = words(claim).filter(text -> !text.isBlank()).toList();
        try {
            return texts.isEmpty() ? null : new UnitId(UUID.fromString(only(texts)));
        } catch (IllegalArgumentException noId) {
            throw new IllegalValue(unitClaim, "not the id of a unit");
        }
    }

    private static String only(List<String> texts) {
        if (texts.size() > 1) {
            throw new IllegalArgumentException("more than one");
        }
        return texts.getFirst();
    }
}

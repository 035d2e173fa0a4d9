package vn.sovang.api.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import vn.sovang.access.AccessEntry.CameIn;
import vn.sovang.access.AccessEntry.TurnedAway;
import vn.sovang.access.AccessLog;
import vn.sovang.access.Accessor;
import vn.sovang.vocabulary.IllegalValue;

/// Lets in whom the office's identity provider vouches for: people through its page, programs with
/// its tokens. Inside the door they are known like anybody else.
final class ProviderSignIn {
    private final Provider provider;
    private final Refusals refusals;
    private final AccessLog access;
    private final SessionsOfPeople sessions;

    ProviderSignIn(
            Provider provider, Refusals refusals, AccessLog access, SessionsOfPeople sessions) {
        this.provider = provider;
        this.refusals = refusals;
        this.access = access;
        this.sessions = sessions;
    }

    void open(HttpSecurity http, RequestCache returnTo) {
        var usual = new SavedRequestAwareAuthenticationSuccessHandler();
        usual.setRequestCache(returnTo);
        var resolver = new DefaultBearerTokenResolver();
        http.oauth2Login(login ->
                        login.loginPage(SignInPage.PATH)
                                .clientRegistrationRepository(provider.clients())
                                .failureHandler(this::turnAway)
                                .successHandler((request, response, who) -> {
                                    if (letIn(request, response, who)) {
                                        usual.onAuthenticationSuccess(request, response, who);
                                    }
                                }))
                .oauth2ResourceServer(api ->
                        api.jwt(jwt ->
                                        jwt.decoder(provider.tokens())
                                                .jwtAuthenticationConverter(this::program))
                                .bearerTokenResolver(request ->
                                        isOthers(request) ? null : resolver.resolve(request))
                                .authenticationEntryPoint(refusals)
                                .accessDeniedHandler(refusals)
                                .withObjectPostProcessor(
                                        new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                                            @Override
                                            public <F extends BearerTokenAuthenticationFilter>
                                                    F postProcess(F filter) {
                                                filter.setAuthenticationFailureHandler(
                                                        refusals::tokenFailed);
                                                return filter;
                                            }
                                        }));
    }

    /// Keys of local accounts, and tokens of mirrors, which are asked for by the published log.
    private static boolean isOthers(HttpServletRequest request) {
        return KeyHolders.isOne(request) || request.getRequestURI().startsWith("/log/");
    }

    private AbstractAuthenticationToken program(Jwt token) {
        try {
            return new Admitted(provider.identity(token.getClaims()), Admitted.Way.TOKEN);
        } catch (IllegalValue unusable) {
            throw new InvalidBearerTokenException("claims", unusable);
        }
    }

    private boolean letIn(
            HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        try {
            var claims =
                    who.getPrincipal() instanceof OAuth2User user ? user.getAttributes() : null;
            if (claims == null) {
                throw new IllegalValue("claims", "none");
            }
            var identity = provider.identity(claims);
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new Admitted(identity, Admitted.Way.PROVIDER));
            SecurityContextHolder.setContext(context);
            sessions.saveContext(context, request, response);
            access.note(identity.accessor(), List.of(new CameIn(Admitted.Way.PROVIDER.name())));
            return true;
        } catch (IllegalValue unusable) {
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            turnAway(request, response, new AuthenticationServiceException("claims", unusable));
            return false;
        }
    }

    private void turnAway(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        access.note(Accessor.NOBODY, List.of(new TurnedAway("PROVIDER_REFUSED")));
        response.sendRedirect(SignInPage.PATH + "?ngoai");
    }
}

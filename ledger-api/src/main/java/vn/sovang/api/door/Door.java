package vn.sovang.api.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import vn.sovang.Ledger;
import vn.sovang.api.Installation;

/// What every request passes before any handler: who is it, may it, and does it come from a page of
/// ours. The one place where permissions are enforced.
@Configuration(proxyBeanMethods = false)
class Door {
    @Bean(destroyMethod = "")
    Accounts accounts(Installation installation) {
        return installation.accounts();
    }

    @Bean
    Attempts attempts() {
        return new Attempts(Clock.systemUTC());
    }

    @Bean
    AuthenticationManager authenticationManager(
            Accounts accounts, Attempts attempts, Ledger ledger) {
        return new ProviderManager(new AccountSignIn(accounts, attempts, ledger.access()));
    }

    /// What the chain is made of.
    record Parts(TableDecides table, Refusals refusals, Accounts accounts, Ledger ledger) {}

    @Bean
    Parts parts(TableDecides table, Refusals refusals, Accounts accounts, Ledger ledger) {
        return new Parts(table, refusals, accounts, ledger);
    }

    @Bean
    SecurityFilterChain everything(HttpSecurity http, Parts parts, Environment settings) {
        var refusals = parts.refusals();
        var accounts = parts.accounts();
        var sessions = new SessionsOfPeople();
        var returnTo = new CookieRequestCache();
        returnTo.setRequestMatcher(
                request -> request.getMethod().equals("GET") && !Refusals.isForPrograms(request));
        Provider.from(settings)
                .ifPresent(provider ->
                        new ProviderSignIn(provider, refusals, parts.ledger().access(), sessions)
                                .open(http, returnTo));
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .requestCache(cache -> cache.requestCache(returnTo))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(Door::couldBeForged))
                .addFilterBefore(new ForeignPages(refusals), CsrfFilter.class)
                .addFilterBefore(
                        new KeyHolders(accounts, refusals), AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new SessionLimits(accounts, sessions), AnonymousAuthenticationFilter.class)
                .formLogin(login ->
                        login.loginPage(SignInPage.PATH)
                                .usernameParameter("tai-khoan")
                                .passwordParameter("mat-khau")
                                .failureHandler(refusals::signInFailed))
                .logout(logout -> logout.logoutUrl(SignInPage.OUT).logoutSuccessUrl("/"))
                .httpBasic(AbstractHttpConfigurer::disable)
                // SecurityHeaders sets them, for answers of the container too.
                .headers(AbstractHttpConfigurer::disable)
                .anonymous(nobody -> nobody.principal("-"))
                .exceptionHandling(failed ->
                        failed.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.ERROR,
                                        DispatcherType.FORWARD,
                                        DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .access(parts.table()))
                .build();
    }

    /// A page of another site can make a browser send cookies, never an `Authorization`; and where
    /// that is given, cookies let nobody in. Nor is there anything to borrow where everybody is
    /// answered alike and nothing is written: questions about certificates, which need no session.
    private static boolean couldBeForged(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && !SessionsOfPeople.isProgram(request)
                && !request.getRequestURI().startsWith("/xac-minh/");
    }
}

package vn.sovang.api.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import vn.sovang.api.text.Messages;

/// The reader's language. Pages: what `lang` in the address says, else what it said last time, else
/// Vietnamese, whatever the browser prefers: offices are Vietnamese and their browsers often are
/// not. Programs: `Accept-Language`.
@Component("localeResolver")
final class ReaderLocale implements LocaleResolver {
    static final String PARAMETER = "lang";
    private static final String COOKIE = "sovang-lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var asked = request.getParameter(PARAMETER);
        if (asked != null) {
            return of(asked);
        }
        if (ForPrograms.is(request)) {
            return request.getHeader("Accept-Language") == null
                    ? Messages.VIETNAMESE
                    : of(request.getLocale().getLanguage());
        }
        var remembered = WebUtils.getCookie(request, COOKIE);
        return of(remembered == null ? "" : remembered.getValue());
    }

    private static Locale of(String language) {
        return language.equals("en") ? Locale.ENGLISH : Messages.VIETNAMESE;
    }

    /// Remembers what the address says, if it says anything.
    static void remember(HttpServletRequest request, HttpServletResponse response) {
        var asked = request.getParameter(PARAMETER);
        if (asked == null || ForPrograms.is(request)) {
            return;
        }
        var cookie = new Cookie(COOKIE, of(asked).getLanguage());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) REMEMBERED.toSeconds());
        response.addCookie(cookie);
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("the address says the language");
    }
}

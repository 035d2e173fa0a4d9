package vn.sovang.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.sovang.api.door.SignedInArgument;
import vn.sovang.api.text.Messages;

/// What the frame of every page needs: the language, and the page's address in either language.
@ControllerAdvice
final class PageFrame {
    @ModelAttribute
    void frame(Model model, HttpServletRequest request, Locale locale) {
        if (!ForPrograms.is(request)) {
            model.addAllAttributes(of(request, locale));
        }
    }

    static Map<String, Object> of(HttpServletRequest request, Locale locale) {
        var messages = Messages.in(locale);
        return Map.of(
                "lang", messages.locale().getLanguage(),
                "locale", messages.locale(),
                "texts", messages,
                "path", request.getRequestURI(),
                "reader", SignedInArgument.of(request),
                "query", request.getQueryString() == null ? "" : request.getQueryString(),
                "user", request.getUserPrincipal() == null ? "" : request.getRemoteUser(),
                "inVietnamese", in("vi"),
                "inEnglish", in("en"));
    }

    private static String in(String language) {
        var address =
                ServletUriComponentsBuilder.fromCurrentRequest()
                        .replaceQueryParam(ReaderLocale.PARAMETER, language)
                        .build();
        return address.getPath() + "?" + address.getQuery();
    }
}

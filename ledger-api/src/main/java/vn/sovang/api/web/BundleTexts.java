package vn.sovang.api.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import vn.sovang.api.text.Messages;

/// Lets templates write `#{key(argument)}`: the same texts as everywhere else.
@Component("messageSource")
final class BundleTexts implements MessageSource {
    @Override
    public @Nullable String getMessage(
            String code,
            Object @Nullable [] arguments,
            @Nullable String otherwise,
            @Nullable Locale locale) {
        var messages = Messages.in(locale);
        return messages.has(code) ? text(messages, code, arguments) : otherwise;
    }

    @Override
    public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        var messages = Messages.in(locale);
        if (!messages.has(code)) {
            throw new NoSuchMessageException(code);
        }
        return text(messages, code, arguments);
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        var codes = resolvable.getCodes();
        if (codes != null) {
            for (var code : codes) {
                if (Messages.in(locale).has(code)) {
                    return getMessage(code, resolvable.getArguments(), locale);
                }
            }
        }
        var otherwise = resolvable.getDefaultMessage();
        return otherwise == null ? "" : otherwise;
    }

    private static String text(Messages messages, String code, Object @Nullable [] arguments) {
        return messages.text(code, arguments == null ? new Object[0] : arguments);
    }
}

package vn.sovang.api.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.door.SignedInArgument;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;

/// One visit of somebody at the counter: who it is, in which language, what was sent, and where the
/// answer goes. Any handler of this package may take one.
record Visit(
        SignedIn who,
        Messages texts,
        ModelMap model,
        HttpServletRequest request,
        HttpServletResponse response) {
    /// Whether a form was sent, and not only asked for.
    boolean sent() {
        return request.getMethod().equals("POST");
    }

    /// Shows a sentence on the next page, once.
    void say(String text) {
        RequestContextUtils.getOutputFlashMap(request).put("done", text);
    }

    /// Makes visits of requests.
    @Component
    static final class Argument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Visit.class;
        }

        /// @throws Failure `SIGN_IN_NEEDED` where the table let somebody in whom nobody knows
        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory factory) {
            var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
            var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
            var who =
                    SignedInArgument.of(request)
                            .orElseThrow(() -> Failure.of(FailureCode.SIGN_IN_NEEDED));
            var texts = Messages.in(RequestContextUtils.getLocale(request));
            var model = Objects.requireNonNull(container).getModel();
            return new Visit(who, texts, model, request, response);
        }
    }
}

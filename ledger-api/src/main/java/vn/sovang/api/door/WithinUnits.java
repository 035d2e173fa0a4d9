package vn.sovang.api.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// Asks of every record that an address names whether its reader's office has to do with it. For
/// rows of the table whose scope is `units`; lists are cut where they are read. Behind the
/// interceptor that keeps reads on record, so that what is refused is there too.
@Component
final class WithinUnits implements HandlerInterceptor, WebMvcConfigurer {
    private static final int BEHIND_THE_RECORD = 10;

    private static final Pattern ID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Scopes scopes;

    WithinUnits(Scopes scopes) {
        this.scopes = scopes;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(BEHIND_THE_RECORD);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var reader = TableDecides.reader(request);
        boolean limited =
                TableDecides.row(request)
                        .filter(row -> row.scope() == Permission.Scoping.UNITS)
                        .isPresent();
        if (limited && reader.isPresent()) {
            var scope = scopes.of(reader.get());
            if (scope.limit().isPresent()
                    && !named(request).allMatch(id -> scopes.opens(scope, id))) {
                throw Failure.of(FailureCode.UNIT_OUT_OF_SCOPE);
            }
        }
        return true;
    }

    private static Stream<UUID> named(HttpServletRequest request) {
        var texts = new ArrayList<String>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables) {
            variables.values().forEach(value -> texts.add(String.valueOf(value)));
        }
        request.getParameterMap().values().forEach(values -> Stream.of(values).forEach(texts::add));
        return texts.stream()
                .filter(text -> ID.matcher(text).matches())
                .distinct()
                .map(UUID::fromString);
    }
}

package vn.sovang.api.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.sovang.Ledger;
import vn.sovang.access.AccessEntry;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.access.AccessEntry.Opened;
import vn.sovang.access.AccessEntry.Refused;
import vn.sovang.access.AccessEntry.Searched;
import vn.sovang.access.Accessor;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.door.SignedInArgument;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.web.DoorName;

/// Enters what is opened, searched and taken away over the network.
///
/// Every handler of ours is entered, but for those that show nothing about anybody: the published
/// log, the first page, error pages, the pages of the door (what happens at the door is entered by
/// the door itself), and what strangers are told about a certificate (questions about names are
/// entered there). A new one is covered without doing anything. Of what was asked only ids and the
/// names of the criteria go into the log: a search term may be a person's name.
@Component
final class ReadsOnRecord implements HandlerInterceptor, WebMvcConfigurer {
    private static final List<String> ABOUT_NOBODY =
            List.of("/log/", "/api/v1/log/", "/api/v1/commands", "/api/v1/verification/");
    private static final List<String> FRAMES =
            List.of(
                    "/",
                    "/error",
                    "/dang-nhap",
                    "/tai-khoan/mat-khau",
                    "/xac-minh",
                    "/xac-minh/{code}");

    /// A parameter's name as programmers give it; anything else was made up by whoever asks.
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,30}");

    private static final int MAX_NAMES = 20;

    private final Ledger ledger;

    ReadsOnRecord(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /// Whether what a controller shows under a pattern is entered.
    static boolean covers(Class<?> controller, String pattern) {
        return controller.getPackageName().startsWith("vn.sovang")
                && !FRAMES.contains(pattern)
                && ABOUT_NOBODY.stream().noneMatch(pattern::startsWith);
    }

    /// A file leaves only when that is on record.
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && covers(method.getBeanType(), pattern(request))
                && method.hasMethodAnnotation(TakesAway.class)) {
            var range = String.join(" ", names(request));
            ledger.access()
                    .enter(
                            who(request),
                            List.of(new Exported(door(request), range.isEmpty() ? "-" : range)));
        }
        return true;
    }

    /// A view is entered when it was answered: nobody waits for that.
    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        if (handler instanceof HandlerMethod method
                && covers(method.getBeanType(), pattern(request))) {
            var entry = entry(request, response.getStatus(), method);
            if (entry != null) {
                ledger.access().note(who(request), List.of(entry));
            }
        }
    }

    private static Accessor who(HttpServletRequest request) {
        return SignedInArgument.of(request).map(SignedIn::accessor).orElse(Accessor.NOBODY);
    }

    private static @Nullable AccessEntry entry(
            HttpServletRequest request, int status, HandlerMethod method) {
        if (status == 403) {
            return new Refused(code(request), door(request), ids(request));
        }
        if (status >= 400 || method.hasMethodAnnotation(TakesAway.class)) {
            return null;
        }
        return variables(request).isEmpty()
                ? new Searched(door(request), names(request), ids(request))
                : new Opened(door(request), ids(request));
    }

    /// Why it was refused, where a failure of ours says so.
    private static String code(HttpServletRequest request) {
        return request.getAttribute(FailureCode.class.getName()) instanceof FailureCode code
                ? code.name()
                : "FORBIDDEN";
    }

    private static String door(HttpServletRequest request) {
        var text = request.getMethod() + " " + DoorName.of(pattern(request), variables(request));
        return text.length() <= Accessor.MAX_LENGTH ? text : text.substring(0, Accessor.MAX_LENGTH);
    }

    private static String pattern(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "/" : pattern.toString();
    }

    private static List<String> names(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(given -> Stream.of(given.getValue()).anyMatch(value -> !value.isBlank()))
                .map(Map.Entry::getKey)
                .filter(name -> NAME.matcher(name).matches())
                .sorted()
                .limit(MAX_NAMES)
                .toList();
    }

    private static List<UUID> ids(HttpServletRequest request) {
        var texts = new ArrayList<>(variables(request).values());
        request.getParameterMap().values().forEach(values -> texts.addAll(List.of(values)));
        return AccessEntry.idsIn(texts);
    }

    private static Map<String, String> variables(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                ? variables.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        e -> String.valueOf(e.getKey()),
                                        e -> String.valueOf(e.getValue())))
                : Map.of();
    }
}

package vn.sovang.api.testing;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// What the running service answers, as its dispatcher has it: found by the application like any
/// other part of it, in tests only.
@Component
public class Endpoints {
    private static final Set<String> HANDLERS = new ConcurrentSkipListSet<>();
    private static final Set<String> FILES = new ConcurrentSkipListSet<>();

    private final ObjectProvider<RequestMappingInfoHandlerMapping> handlers;
    private final ObjectProvider<SimpleUrlHandlerMapping> files;

    Endpoints(
            ObjectProvider<RequestMappingInfoHandlerMapping> handlers,
            ObjectProvider<SimpleUrlHandlerMapping> files) {
        this.handlers = handlers;
        this.files = files;
    }

    /// Method and pattern of every handler of a service that was started in this JVM.
    public static Set<String> handlers() {
        return new TreeSet<>(HANDLERS);
    }

    /// Patterns of files that are answered as they are.
    public static Set<String> files() {
        return new TreeSet<>(FILES);
    }

    @EventListener(ContextRefreshedEvent.class)
    void started() {
        handlers.stream()
                .map(RequestMappingInfoHandlerMapping::getHandlerMethods)
                .map(Map::keySet)
                .flatMap(Set::stream)
                .forEach(Endpoints::add);
        files.stream()
                .map(SimpleUrlHandlerMapping::getUrlMap)
                .forEach(m -> FILES.addAll(m.keySet()));
    }

    private static void add(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        for (var pattern : mapping.getPatternValues()) {
            if (methods.isEmpty()) {
                HANDLERS.add("GET " + pattern);
            }
            methods.forEach(method -> HANDLERS.add(method + " " + pattern));
        }
    }
}

package vn.sovang.evidence;

import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.Fact;
import vn.sovang.vocabulary.Sealed;

/// What a fact names, however deep in it: units, people, award types, sealed fields. A new event is
/// understood without a line of code.
final class Mentioned {
    private final Set<Record> values = new LinkedHashSet<>();

    private Mentioned() {}

    static Set<Record> in(Fact fact) {
        var mentioned = new Mentioned();
        mentioned.walk(fact);
        return mentioned.values;
    }

    static List<Sealed> sealedIn(Fact fact) {
        return in(fact).stream().filter(Sealed.class::isInstance).map(Sealed.class::cast).toList();
    }

    private void walk(@Nullable Object value) {
        switch (value) {
            case Collection<?> several -> several.forEach(this::walk);
            case Record one -> {
                if (values.add(one)) {
                    components(one);
                }
            }
            case null, default -> {}
        }
    }

    private void components(Record one) {
        for (var component : one.getClass().getRecordComponents()) {
            try {
                walk(component.getAccessor().invoke(one));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new LinkageError(component + " cannot be read", e);
            }
        }
    }
}

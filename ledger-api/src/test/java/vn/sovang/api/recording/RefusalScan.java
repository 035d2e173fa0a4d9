package vn.sovang.api.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import vn.sovang.decider.Decider;
import vn.sovang.decider.RefusalCode;

/// Which refusals a decider can speak, found by following the compiled calls from its `decide`. It
/// may name one that no input reaches; it misses none.
final class RefusalScan {
    private static final String CODES = RefusalCode.class.getName().replace('.', '/');

    private final Map<String, ClassModel> classes = new HashMap<>();

    RefusalScan(Path compiled) {
        try (var files = Files.walk(compiled.resolve("vn/sovang"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                var model = ClassFile.of().parse(file);
                classes.put(model.thisClass().asInternalName(), model);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Method(String owner, String name, String descriptor) {}

    Set<String> of(Decider<?, ?> decider) {
        var found = new TreeSet<String>();
        var seen = new HashSet<Method>();
        var open = new ArrayDeque<Method>();
        var name = decider.getClass().getName().replace('.', '/');
        var type = Objects.requireNonNull(classes.get(name));
        for (var method : type.methods()) {
            if (method.methodName().equalsString("decide")) {
                open.add(named(type, method));
            }
        }
        while (!open.isEmpty()) {
            var next = open.pop();
            if (seen.add(next)) {
                bodies(next).forEach(body -> follow(body, open, found));
            }
        }
        return found;
    }

    private static Method named(ClassModel type, MethodModel method) {
        return new Method(
                type.thisClass().asInternalName(),
                method.methodName().stringValue(),
                method.methodType().stringValue());
    }

    /// The method itself, or whatever implements it.
    private Collection<MethodModel> bodies(Method method) {
        var owner = classes.get(method.owner());
        var own = owner == null ? List.<MethodModel>of() : declared(owner, method);
        if (owner == null || !own.isEmpty()) {
            return own;
        }
        return classes.values().stream().flatMap(type -> declared(type, method).stream()).toList();
    }

    private static List<MethodModel> declared(ClassModel type, Method method) {
        return type.methods().stream()
                .filter(m -> m.methodName().equalsString(method.name()))
                .filter(m -> m.methodType().equalsString(method.descriptor()))
                .filter(m -> m.code().isPresent())
                .toList();
    }

    private static void follow(MethodModel body, ArrayDeque<Method> open, Set<String> found) {
        for (var element : body.code().orElseThrow().elementList()) {
            switch (element) {
                case FieldInstruction field when field.owner().asInternalName().equals(CODES) -> {
                    if (!field.name().stringValue().startsWith("$")) {
                        found.add(field.name().stringValue());
                    }
                }
                case InvokeInstruction call ->
                        open.add(
                                new Method(
                                        call.owner().asInternalName(),
                                        call.name().stringValue(),
                                        call.type().stringValue()));
                case InvokeDynamicInstruction dynamic ->
                        dynamic.bootstrapArgs()
                                .forEach(argument -> {
                                    if (argument instanceof DirectMethodHandleDesc handle) {
                                        open.add(method(handle));
                                    }
                                });
                default -> {}
            }
        }
    }

    private static Method method(DirectMethodHandleDesc handle) {
        var owner = handle.owner().descriptorString();
        return new Method(
                owner.substring(1, owner.length() - 1),
                handle.methodName(),
                handle.lookupDescriptor());
    }
}

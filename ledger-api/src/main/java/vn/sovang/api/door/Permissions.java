package vn.sovang.api.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPatternParser;

/// The table of permissions, read from `door/permissions.txt`: what is not in it is refused.
///
/// A line is a row (method, pattern, roles, scope), a group of roles (`NAME = ROLE ROLE …`) or a
/// comment. Addresses are matched exactly as the dispatcher does: of the patterns that fit, the
/// most specific.
@Component
final class Permissions {
    private static final String TABLE = "/door/permissions.txt";

    private static final PathPatternParser PATTERNS = PathPatternParser.defaultInstance;

    private final List<Permission> rows;

    Permissions() {
        this(resource());
    }

    /// @throws IllegalArgumentException for a line that is none of the three
    Permissions(String table) {
        var groups = new HashMap<String, List<Role>>();
        var read = new ArrayList<Permission>();
        var lines =
                table.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList();
        for (var line : lines) {
            var words = List.of(line.split("\\s+"));
            if (words.size() > 2 && words.get(1).equals("=")) {
                groups.put(words.getFirst(), roles(words.subList(2, words.size()), groups));
            } else if (words.size() > 3) {
                read.add(row(words, groups));
            } else {
                throw new IllegalArgumentException("no row and no group: " + line);
            }
        }
        read.sort(Comparator.comparing(Permission::pattern));
        this.rows = List.copyOf(read);
    }

    private static Permission row(List<String> words, Map<String, List<Role>> groups) {
        var last = words.size() - 1;
        return new Permission(
                words.getFirst(),
                PATTERNS.parse(words.get(1)),
                roles(words.subList(2, last), groups),
                Permission.Scoping.valueOf(words.get(last).toUpperCase(Locale.ROOT)));
    }

    private static List<Role> roles(List<String> names, Map<String, List<Role>> groups) {
        return names.stream()
                .flatMap(name ->
                        groups.containsKey(name)
                                ? groups.get(name).stream()
                                : Stream.of(Role.valueOf(name)))
                .distinct()
                .toList();
    }

    private static String resource() {
        try (InputStream in = Permissions.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + TABLE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Permission> rows() {
        return rows;
    }

    /// The row for a request; empty where there is none, and the request is refused.
    Optional<Permission> find(String method, PathContainer path) {
        var asked = method.equals("HEAD") ? "GET" : method;
        return rows.stream()
                .filter(row -> row.method().equals(asked) && row.pattern().matches(path))
                .findFirst();
    }

    /// Whether the address is there, for some method.
    boolean knows(PathContainer path) {
        return rows.stream().anyMatch(row -> row.pattern().matches(path));
    }
}

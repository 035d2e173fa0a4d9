package vn.sovang.house;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Doc comments of types, as the compiler reads them from the sources.
final class EventSources {
    private static final Pattern LINK =
            Pattern.compile("\\[([A-Za-z0-9_.#]+)](?!\\()|\\{@link ([A-Za-z0-9_.#]+)}");

    /// The compiler's tree prints what is not ASCII as Java would spell it.
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Map<String, Doc> docs = new HashMap<>();

    /// What a type's comment says.
    ///
    /// @param paragraphs of its body, links as code
    /// @param params its record components' meanings, and for an enum its constants'
    record Doc(List<String> paragraphs, Map<String, String> params) {}

    private EventSources() {}

    /// Reads every source below a directory.
    static EventSources of(Path directory) throws IOException {
        var sources = new EventSources();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                var walk = Files.walk(directory)) {
            var java = walk.filter(f -> f.toString().endsWith(".java")).toList();
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(java));
            var trees = DocTrees.instance(task);
            for (var unit : task.parse()) {
                sources.new Types(trees).scan(unit, null);
            }
        }
        return sources;
    }

    /// The comment of a type, by its simple name with the enclosing type's in front, such as
    /// `AwardEvent.AwardDecided`.
    @Nullable Doc of(Class<?> type) {
        return docs.get(nameOf(type));
    }

    private static String nameOf(Class<?> type) {
        var outer = type.getEnclosingClass();
        return (outer == null ? "" : nameOf(outer) + ".") + type.getSimpleName();
    }

    private final class Types extends TreePathScanner<Void, Void> {
        private final DocTrees trees;
        private String outer = "";

        Types(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, Void none) {
            var before = outer;
            var name = before + type.getSimpleName();
            docs.put(name, doc(type));
            outer = name + ".";
            super.visitClass(type, null);
            outer = before;
            return null;
        }

        private Doc doc(ClassTree type) {
            var params = new HashMap<String, String>();
            for (var member : type.getMembers()) {
                var path = trees.getPath(getCurrentPath().getCompilationUnit(), member);
                var comment = path == null ? null : trees.getDocCommentTree(path);
                if (comment != null && member instanceof VariableTree field) {
                    params.put(field.getName().toString(), text(comment.getFullBody()));
                }
            }
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment == null) {
                return new Doc(List.of(), params);
            }
            for (var tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree param) {
                    params.put(param.getName().toString(), text(param.getDescription()));
                }
            }
            var body =
                    comment.getFullBody().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining());
            return new Doc(
                    Pattern.compile("\n\\s*\n")
                            .splitAsStream(body)
                            .map(EventSources::tidy)
                            .filter(p -> !p.isEmpty())
                            .toList(),
                    params);
        }

        private static String text(List<? extends DocTree> trees) {
            return tidy(trees.stream().map(Object::toString).collect(Collectors.joining()));
        }
    }

    private static String tidy(String markdown) {
        var plain =
                ESCAPE.matcher(markdown.strip())
                        .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
        return LINK.matcher(SPACE.matcher(plain).replaceAll(" "))
                .replaceAll(m -> "`" + (m.group(1) == null ? m.group(2) : m.group(1)) + "`");
    }
}

package dev.tocsin.e2e.config;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The services' sources as the compiler parses them, which keeps the Javadoc that classes have lost. */
final class Sources {
    private final DocTrees docs;
    /** By simple name, nested ones as {@code Outer.Inner}. */
    private final Map<String, TreePath> types = new HashMap<>();

    /** Reads all main sources below a folder whose text says something of a kind. */
    Sources(Path folder, Predicate<String> wanted) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var tree = Files.walk(folder)) {
            var paths = tree.filter(file -> file.toString().matches(".*/src/main/java/.*\\.java"))
                    .filter(file -> wanted.test(read(file)))
                    .sorted()
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths));
            docs = DocTrees.instance(task);
            for (var unit : task.parse()) {
                keep(unit);
            }
        }
    }

    /** All interfaces, records, classes and enums that were read, by the order of their names. */
    Stream<TreePath> types() {
        return types.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue);
    }

    /** The type that a name means within another: one of its own, of those around it, or any. */
    Optional<TreePath> type(String name, TreePath within) {
        return Stream.iterate(within, path -> path.getLeaf() instanceof ClassTree, TreePath::getParentPath)
                .map(path -> types.get(((ClassTree) path.getLeaf()).getSimpleName() + "." + name))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(types.get(name)));
    }

    /** What is said of a declaration, as Markdown; empty where nothing is. */
    String said(TreePath declaration) {
        var comment = docs.getDocCommentTree(declaration);
        return comment == null ? "" : new Said(comment.getFullBody()).markdown();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(CompilationUnitTree unit) {
        for (var type : unit.getTypeDecls()) {
            keep(new TreePath(new TreePath(unit), type));
        }
    }

    private void keep(TreePath path) {
        if (path.getLeaf() instanceof ClassTree type) {
            types.put(nameOf(path), path);
            for (Tree member : type.getMembers()) {
                keep(new TreePath(path, member));
            }
        }
    }

    private static String nameOf(TreePath path) {
        var name = ((ClassTree) path.getLeaf()).getSimpleName().toString();
        return path.getParentPath().getLeaf() instanceof ClassTree outer ? outer.getSimpleName() + "." + name : name;
    }
}

package dev.tocsin.e2e.config;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.Map;
import java.util.stream.Collectors;

/** How values of a type are written. */
final class Forms {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("String", "text"),
            Map.entry("int", "whole number"),
            Map.entry("long", "whole number"),
            Map.entry("Long", "whole number"),
            Map.entry("double", "number"),
            Map.entry("boolean", "`true`, `false`"),
            Map.entry("Duration", "duration"),
            Map.entry("MemorySize", "size"),
            Map.entry("URI", "URL"),
            Map.entry("Path", "path"));

    private final Sources sources;

    Forms(Sources sources) {
        this.sources = sources;
    }

    /**
     * Says how to write a value.
     *
     * @param within the type that declares the key; enums may be its own
     */
    String of(Tree type, TreePath within) {
        if (type instanceof ParameterizedTypeTree many) {
            var one = of(many.getTypeArguments().getLast(), within);
            return switch (many.getType().toString()) {
                case "Optional" -> one;
                case "List", "Set" -> one + ", several with commas";
                default -> throw new IllegalArgumentException("a form that is not known: " + type);
            };
        }
        var known = KNOWN.get(type.toString());
        return known != null ? known : words(type.toString(), within);
    }

    private String words(String name, TreePath within) {
        var words = (ClassTree) sources.type(name, within).orElseThrow().getLeaf();
        return words.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(constant ->
                        words.getSimpleName().contentEquals(constant.getType().toString()))
                .map(constant -> constant.getName().toString())
                .map(word -> "`" + (word.matches("[A-Z_]+") ? Names.kebab(word) : word) + "`")
                .collect(Collectors.joining(", "));
    }
}

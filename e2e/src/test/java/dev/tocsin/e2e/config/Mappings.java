package dev.tocsin.e2e.config;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows {@code @ConfigMapping} interfaces from their prefix down to each key. */
final class Mappings {
    private final Sources sources;
    private final Forms forms;
    private final List<Settings> found = new ArrayList<>();

    Mappings(Sources sources) {
        this.sources = sources;
        this.forms = new Forms(sources);
    }

    /** All groups of keys, those of a service before those of its parts. */
    List<Settings> read() {
        sources.types().forEach(type -> annotation(((ClassTree) type.getLeaf()).getModifiers(), "ConfigMapping")
                .ifPresent(prefix -> group(prefix, sources.said(type), type)));
        return List.copyOf(found);
    }

    private void group(String prefix, String meaning, TreePath type) {
        var keys = new ArrayList<Setting>();
        int place = found.size();
        walk(prefix, type, keys);
        found.add(place, new Settings(prefix, meaning, keys));
    }

    private void walk(String prefix, TreePath type, List<Setting> keys) {
        for (var member : ((ClassTree) type.getLeaf()).getMembers()) {
            // one with a body is made of other keys
            if (member instanceof MethodTree method && method.getBody() == null) {
                key(prefix, type, method, keys);
            }
        }
    }

    private void key(String prefix, TreePath type, MethodTree method, List<Setting> keys) {
        var name = prefix + "." + Names.kebab(method.getName().toString());
        var value = method.getReturnType();
        if (value instanceof ParameterizedTypeTree many
                && many.getType().toString().equals("Map")) {
            name += ".<name>";
            value = many.getTypeArguments().getLast();
        }
        var part = sources.type(value.toString(), type)
                .filter(path -> path.getLeaf().getKind() == Tree.Kind.INTERFACE);
        var said = sources.said(new TreePath(type, method));
        if (part.isEmpty()) {
            keys.add(new Setting(name, forms.of(value, type), preset(method, type), said));
        } else if (annotation(method.getModifiers(), "WithParentName").isPresent()) {
            walk(prefix, part.get(), keys);
        } else {
            group(name, said.isEmpty() ? sources.said(part.get()) : said, part.get());
        }
    }

    private Optional<String> preset(MethodTree method, TreePath type) {
        return method.getModifiers().getAnnotations().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals("WithDefault"))
                .map(annotation -> text(value(annotation), type))
                .findFirst();
    }

    /** The value of an annotation, as it stands there; empty text where it has none. */
    private Optional<String> annotation(ModifiersTree modifiers, String name) {
        return modifiers.getAnnotations().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .map(annotation -> annotation.getArguments().isEmpty() ? "" : literal(value(annotation)))
                .findFirst();
    }

    private static ExpressionTree value(AnnotationTree annotation) {
        var argument = annotation.getArguments().getFirst();
        return argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
    }

    private static String literal(ExpressionTree expression) {
        return String.valueOf(((LiteralTree) expression).getValue());
    }

    /** A constant of the same interface, or strings put together. */
    private static String text(ExpressionTree expression, TreePath type) {
        return switch (expression) {
            case LiteralTree literal -> literal(literal);
            case BinaryTree both -> text(both.getLeftOperand(), type) + text(both.getRightOperand(), type);
            case IdentifierTree constant ->
                ((ClassTree) type.getLeaf())
                        .getMembers().stream()
                                .filter(VariableTree.class::isInstance)
                                .map(VariableTree.class::cast)
                                .filter(field -> field.getName().equals(constant.getName()))
                                .map(field -> text(field.getInitializer(), type))
                                .findFirst()
                                .orElseThrow();
            default -> throw new IllegalArgumentException("a default that is not known: " + expression);
        };
    }
}

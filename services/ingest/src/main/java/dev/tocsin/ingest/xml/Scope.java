package dev.tocsin.ingest.xml;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What attributes of an element say for all that is within it: namespaces, base address and language. Elements that
 * say nothing share the scope of the one around them.
 */
final class Scope {
    static final Scope OUTERMOST = new Scope(null, null, null);

    private final @Nullable Scope outer;
    private final @Nullable String base;
    private final @Nullable String language;
    /** From the document's prefix, empty for the default one, to the canonical one; null where that is unknown. */
    private final Map<String, @Nullable String> prefixes = new HashMap<>(2);

    private final Map<String, QName> names = new HashMap<>();

    private Scope(@Nullable Scope outer, @Nullable String base, @Nullable String language) {
        this.outer = outer;
        this.base = base;
        this.language = language;
    }

    @Nullable
    String base() {
        return base;
    }

    @Nullable
    String language() {
        return language;
    }

    /** @param attributes names as written and values, in turn */
    Scope within(List<String> attributes) {
        boolean says = false;
        for (int i = 0; i < attributes.size(); i += 2) {
            says |= isDeclaration(attributes.get(i));
        }
        return says ? declared(attributes) : this;
    }

    static boolean isDeclaration(String attribute) {
        return attribute.startsWith("xml") && (attribute.startsWith("xmlns") || attribute.startsWith("xml:"));
    }

    private Scope declared(List<String> attributes) {
        var innerBase = base;
        var innerLanguage = language;
        boolean news = false;
        for (int i = 0; i < attributes.size(); i += 2) {
            var value = attributes.get(i + 1).strip();
            switch (attributes.get(i)) {
                case "xml:base" -> innerBase = Reference.isSafe(value) ? Reference.resolve(base, value) : base;
                case "xml:lang" -> innerLanguage = value.isEmpty() ? null : value;
                case String name when name.startsWith("xmlns") -> news |= changes(prefix(name), value);
                default -> {
                    // xml:space and the like
                }
            }
        }
        boolean same = java.util.Objects.equals(innerBase, base) && java.util.Objects.equals(innerLanguage, language);
        if (same && !news) {
            return this;
        }
        var inner = new Scope(this, innerBase, innerLanguage);
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).startsWith("xmlns")) {
                inner.prefixes.put(prefix(attributes.get(i)), Vocabulary.prefixOf(attributes.get(i + 1)));
            }
        }
        return inner;
    }

    private static String prefix(String attribute) {
        return attribute.startsWith("xmlns:") ? attribute.substring(6).toLowerCase(Locale.ROOT) : "";
    }

    private boolean changes(String prefix, String uri) {
        return !isDeclared(prefix) || !java.util.Objects.equals(canonical(prefix), Vocabulary.prefixOf(uri));
    }

    private boolean isDeclared(String prefix) {
        for (var scope = this; scope != null; scope = scope.outer) {
            if (scope.prefixes.containsKey(prefix)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String canonical(String prefix) {
        for (var scope = this; scope != null; scope = scope.outer) {
            if (scope.prefixes.containsKey(prefix)) {
                return scope.prefixes.get(prefix);
            }
        }
        return null;
    }

    /** The meaning of a name of an element. */
    QName name(String asWritten, Forgiven forgiven) {
        var known = names.get(asWritten);
        if (known != null) {
            return known;
        }
        var name = read(asWritten, forgiven);
        if (names.size() < XmlLimits.NAMES) {
            names.put(asWritten, name);
        }
        return name;
    }

    /** Undeclared prefixes, and those of unknown namespaces, are taken for what they usually stand for. */
    private QName read(String asWritten, Forgiven forgiven) {
        var lower = asWritten.toLowerCase(Locale.ROOT);
        int colon = lower.indexOf(':');
        var prefix = colon < 0 ? "" : lower.substring(0, colon);
        var canonical = canonical(prefix);
        if (canonical == null) {
            if (colon > 0 && !isDeclared(prefix)) {
                forgiven.add("undeclared-namespace");
            }
            canonical = usual(prefix);
        }
        var local = lower.substring(colon + 1);
        return new QName(
                lower, canonical.isEmpty() ? local : (canonical + ':' + local), asWritten.substring(colon + 1));
    }

    private static String usual(String prefix) {
        return switch (prefix) {
            case "atom", "atom10", "a10", "rss" -> "";
            case "html", "h" -> "xhtml";
            default -> prefix;
        };
    }

    /** The name of an attribute in lower case, under the canonical prefix where it has one. */
    String attribute(String asWritten) {
        var lower = asWritten.toLowerCase(Locale.ROOT);
        int colon = lower.indexOf(':');
        if (colon < 0) {
            return lower;
        }
        var canonical = canonical(lower.substring(0, colon));
        if (canonical == null) {
            return lower;
        }
        return canonical.isEmpty() ? lower.substring(colon + 1) : canonical + lower.substring(colon);
    }
}

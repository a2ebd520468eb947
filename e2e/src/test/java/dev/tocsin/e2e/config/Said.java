package dev.tocsin.e2e.config;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import java.util.List;
import java.util.stream.Collectors;

/** A Javadoc comment told as a cell of a table in Markdown. */
record Said(List<? extends DocTree> body) {
    String markdown() {
        return body.stream()
                .map(Said::told)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static String told(DocTree part) {
        return switch (part) {
            case TextTree text -> text.getBody().replace("<", "\\<");
            case LiteralTree code -> "`" + code.getBody().getBody() + "`";
            // of another key in the same group
            case LinkTree link ->
                "`" + Names.kebab(link.getReference().getSignature().replaceAll(".*#|\\(\\)", "")) + "`";
            case EntityTree entity -> "&" + entity.getName() + ";";
            default -> throw new IllegalArgumentException("not known in the Javadoc of a key: " + part);
        };
    }
}

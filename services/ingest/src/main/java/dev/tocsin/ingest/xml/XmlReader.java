package dev.tocsin.ingest.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document element by element: what it says of containers is known when they open, and everything else is
 * handed over as a small tree of its own. So a feed of any length needs the memory of one item. Elements that were
 * never closed are closed where they must have ended.
 */
public final class XmlReader {
    private final XmlTokens tokens;
    private final Forgiven forgiven;
    private final Set<String> neverNested;
    private final Set<String> lines;
    private final Set<String> structure;
    private final List<Element> open = new ArrayList<>();
    private XmlTokens.Token token = XmlTokens.Token.TEXT;
    private boolean pushedBack;
    private int elements;

    /**
     * @param neverNested canonical names of elements that end an open one of them, wherever they begin
     * @param lines canonical names of elements that hold a line of text
     * @param structure canonical names of elements that are never inside such a line
     */
    public XmlReader(
            String document, Set<String> neverNested, Set<String> lines, Set<String> structure, Forgiven forgiven) {
        this.tokens = new XmlTokens(document, forgiven);
        this.neverNested = neverNested;
        this.lines = lines;
        this.structure = structure;
        this.forgiven = forgiven;
    }

    /**
     * The next element, of which only the start tag has been read; {@link #enter} it or {@link #fill} it, or neither to
     * have its contents come next as if it were not there.
     *
     * @return null at the end
     * @throws RefusedXmlException where reading on would be harmful
     */
    public @Nullable Element next() {
        while (true) {
            switch (read()) {
                case START -> {
                    return element();
                }
                case END -> {
                    int at = lastOpen(tokens.name());
                    if (at >= 0) {
                        closeFrom(at);
                    }
                }
                case EOF -> {
                    return null;
                }
                default -> {
                    // text between elements says nothing
                }
            }
        }
    }

    /** Its attributes hold for all that follows until it ends. */
    public void enter(Element container) {
        if (!tokens.isEmpty()) {
            push(container);
        }
    }

    /** Reads the whole of it. */
    public Element fill(Element element) {
        if (tokens.isEmpty()) {
            return element;
        }
        int base = open.size();
        elements = 0;
        push(element);
        while (open.size() > base) {
            switch (read()) {
                case START -> start(base);
                case END -> end(base);
                case TEXT, CDATA -> {
                    if (!open.getLast().append(Mojibake.repaired(tokens.value(), forgiven))) {
                        forgiven.add("long-text");
                    }
                }
                case EOF -> {
                    forgiven.add("truncated");
                    closeFrom(base);
                }
            }
        }
        return element;
    }

    private XmlTokens.Token read() {
        if (pushedBack) {
            pushedBack = false;
        } else {
            token = tokens.next();
        }
        return token;
    }

    private void start(int base) {
        var element = element();
        if (neverNested.contains(element.name())) {
            forgiven.add("unclosed-element");
            closeFrom(base);
            pushedBack = true;
            return;
        }
        if (open.size() - base > 1) {
            closeWhatMustHaveEnded(element.name());
        }
        open.getLast().append(element);
        if (!tokens.isEmpty() && !HtmlNames.isVoid(element.name())) {
            push(element);
        }
        if (++elements > XmlLimits.ELEMENTS) {
            throw new RefusedXmlException(
                    RefusedXmlException.Cause.SIZE, "one item has more than " + XmlLimits.ELEMENTS + " elements");
        }
    }

    private void closeWhatMustHaveEnded(String starting) {
        var inner = open.getLast().name();
        if (lines.contains(inner) && structure.contains(starting)
                || HtmlNames.endsItsLike(starting) && starting.equals(inner)) {
            forgiven.add("unclosed-element");
            open.removeLast();
        }
    }

    private void end(int base) {
        int at = lastOpen(tokens.name());
        if (at < 0) {
            if (!HtmlNames.isVoid(tokens.name())) {
                forgiven.add("stray-end-tag");
            }
        } else if (at < base) {
            // the end of a container: it ends what was left open in it, too
            forgiven.add("unclosed-element");
            closeFrom(base);
            pushedBack = true;
        } else {
            if (at < open.size() - 1) {
                forgiven.add("unclosed-element");
            }
            closeFrom(at);
        }
    }

    private Element element() {
        var around = open.isEmpty() ? Scope.OUTERMOST : open.getLast().scope();
        var given = tokens.attributes();
        var scope = around.within(given);
        var attributes = given.isEmpty() ? List.<String>of() : new ArrayList<String>(given.size());
        for (int i = 0; i < given.size(); i += 2) {
            if (!given.get(i).startsWith("xmlns")) {
                attributes.add(scope.attribute(given.get(i)));
                attributes.add(given.get(i + 1));
            }
        }
        return new Element(scope.name(tokens.name(), forgiven), scope, attributes);
    }

    private void push(Element element) {
        if (open.size() >= XmlLimits.DEPTH) {
            throw new RefusedXmlException(
                    RefusedXmlException.Cause.SIZE, "it is nested deeper than " + XmlLimits.DEPTH + " levels");
        }
        open.add(element);
    }

    private int lastOpen(String asWritten) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).qName().written().equalsIgnoreCase(asWritten)) {
                return i;
            }
        }
        return -1;
    }

    private void closeFrom(int at) {
        open.subList(at, open.size()).clear();
    }
}

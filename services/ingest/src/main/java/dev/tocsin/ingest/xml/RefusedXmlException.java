package dev.tocsin.ingest.xml;

/** The document asks for something that no honest feed needs: it is not read any further. */
public final class RefusedXmlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a document is refused. */
    public enum Cause {
        /** It refers to an entity that is external or that grows without measure. */
        ENTITY,
        /** It is nested deeper than {@link XmlLimits#DEPTH}, or one item of it has too many elements. */
        SIZE
    }

    private final Cause kind;

    RefusedXmlException(Cause kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Cause kind() {
        return kind;
    }
}

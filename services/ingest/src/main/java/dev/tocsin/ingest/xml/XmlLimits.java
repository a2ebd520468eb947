package dev.tocsin.ingest.xml;

/** How much of a document is believed. Real feeds stay far below; what is above is an attack or an accident. */
public final class XmlLimits {
    /** Levels of nesting; XHTML in feeds reaches some thirty. What walks a tree afterwards may be recursive. */
    public static final int DEPTH = 256;

    /** Attributes of one element; Media RSS, the richest, has fifteen. */
    public static final int ATTRIBUTES = 64;

    /** UTF-16 units of one attribute, as of an address with a picture inside. */
    public static final int ATTRIBUTE_LENGTH = 65_536;

    /** UTF-16 units of the text of one element: more than the channel carries as one article. */
    public static final int TEXT_LENGTH = 4_000_000;

    /** Elements within one subtree: a page of a newspaper has some thousands. */
    public static final int ELEMENTS = 100_000;

    /** Names of elements that are kept decoded; a vocabulary has some dozens, a hostile one has no end. */
    static final int NAMES = 1_024;

    /** Entities that a document may declare for itself, and the length of what one may stand for. */
    static final int ENTITIES = 512;

    static final int ENTITY_LENGTH = 4_096;

    /** UTF-16 units that all references together may add to a document. */
    static final int EXPANSION = 1_000_000;

    /** What a chain of nested entities may grow to before the document is refused as a bomb. */
    static final int BOMB = 65_536;

    private XmlLimits() {}
}

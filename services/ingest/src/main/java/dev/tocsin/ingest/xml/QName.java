package dev.tocsin.ingest.xml;

/**
 * A name as the document writes it and as it is meant.
 *
 * @param written in lower case, with the document's prefix: what the end tag repeats
 * @param canonical in lower case, with the prefix that {@link Vocabulary} knows the namespace by
 * @param local as written, without prefix
 */
record QName(String written, String canonical, String local) {}

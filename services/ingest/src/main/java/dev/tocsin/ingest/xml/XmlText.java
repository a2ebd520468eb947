package dev.tocsin.ingest.xml;

/** Characters between tags, references resolved. */
public record XmlText(String value) implements XmlNode {}

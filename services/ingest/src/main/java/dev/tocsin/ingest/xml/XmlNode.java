package dev.tocsin.ingest.xml;

/** What an element is made of. */
public sealed interface XmlNode permits Element, XmlText {}

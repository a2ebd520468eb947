package dev.tocsin.ingest.reading;

/** Asks for a page as it is now. */
@FunctionalInterface
public interface PageReader {
    /** Blocks for a bounded time; whatever is wrong with the page is in the reading. */
    PageReading read(String url);
}

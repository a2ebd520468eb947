package dev.tocsin.ingest.coding;

/**
 * How much of an answer is taken.
 *
 * @param bytes packed or unpacked, at most
 * @param ratio of unpacked to packed bytes, at most; small bodies are not held to it
 */
public record BodyLimits(int bytes, int ratio) {
    public BodyLimits {
        if (bytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("a body of " + bytes + " bytes and ratio " + ratio + " is none");
        }
    }
}

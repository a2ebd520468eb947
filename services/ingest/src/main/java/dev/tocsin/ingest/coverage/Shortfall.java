package dev.tocsin.ingest.coverage;

/**
 * That far less came in a span than usual.
 *
 * @param hours of the span, up to now
 * @param observed articles
 * @param expected articles
 * @param probability that chance alone gives no more than was observed
 * @param samples like spans that it was learnt from
 */
public record Shortfall(int hours, int observed, double expected, double probability, int samples) {
    /** The span in words. */
    public String span() {
        return hours < 48 ? hours + " h" : hours / 24 + " days";
    }
}

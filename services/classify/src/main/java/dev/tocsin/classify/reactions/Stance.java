package dev.tocsin.classify.reactions;

/**
 * A stance as the contract writes it.
 *
 * @param name such as {@code supports}
 * @param code CAMEO's event code
 */
record Stance(String name, String code) {
    static final String NEUTRAL = "neutral";
    /** Words that look like a stance and are none. */
    static final String NONE = "none";

    static final String SENDS = "sends";

    boolean isNeutral() {
        return name.equals(NEUTRAL);
    }
}

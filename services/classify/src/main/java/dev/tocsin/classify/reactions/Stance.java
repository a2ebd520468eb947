package dev.tocsin.classify.reactions;

/**
 * A stance as the contract writes it.
 *
 * @param name such as {@code supports}
 * @param code CAMEO's event code
 */
record Stance(String name, String code) {
    static final String NEUTRAL = "neutral";
    /** Who says something that is no stance. */
    static final Stance SAYS = new Stance(NEUTRAL, "010");

    /** Words that look like a stance and are none. */
    static final String NONE = "none";

    static final String SENDS = "sends";

    /** Whether those whom the events befall take it too: they thank, everyone else reacts. */
    boolean isTheirsToo() {
        return name.equals("thanks");
    }

    /** Whether its words are participles in the passive, as in "was condemned". */
    boolean canBeSuffered() {
        return name.equals("condemns") || name.equals("supports") || name.equals("thanks");
    }

    /** Whether it is taken against something that is done, so that what is done tells against whom. */
    boolean isAgainst() {
        return name.equals("condemns");
    }

    /** Whether it is an appeal that says less than any other stance of the same side: CAMEO's 025, appeal to yield. */
    boolean isWeak() {
        return code.equals("025");
    }

    /** Whether what others do is demanded or commented on, so that these stand near its words too. */
    boolean isOnOthers() {
        return name.equals("restraint") || isNeutral();
    }

    boolean isNeutral() {
        return name.equals(NEUTRAL);
    }
}

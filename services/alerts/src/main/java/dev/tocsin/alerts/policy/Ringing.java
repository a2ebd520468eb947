package dev.tocsin.alerts.policy;

/** Whether a kind of change rings. */
enum Ringing {
    /** Now, even while the story cools down. */
    AT_ONCE,
    /** Now, or when the story has cooled down, together with what else came. */
    RINGS,
    /** Only together with a change that rings. */
    WITH_OTHERS,
    /** Never told. */
    NEVER
}

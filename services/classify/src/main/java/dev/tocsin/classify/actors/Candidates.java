package dev.tocsin.classify.actors;

/** What a name may stand for, as one number: an entity's index, and how the name must be written to mean it. */
final class Candidates {
    /** The name is an adjective or a people's. */
    static final int DEMONYM = 1;
    /** The name may begin with a small letter. */
    static final int SMALL = 2;
    /** The name is one only in capitals, such as US. */
    static final int CAPITALS = 4;
    /** The family name needs a given name before it. */
    static final int NEEDS_GIVEN = 8;
    /** The name is a person's family name, so that given names before it belong to the mention. */
    static final int FAMILY = 16;

    private static final int BITS = 5;

    private Candidates() {}

    static int of(int entity, int flags) {
        return entity << BITS | flags;
    }

    static int entity(int candidate) {
        return candidate >> BITS;
    }

    static boolean is(int candidate, int flag) {
        return (candidate & flag) != 0;
    }
}

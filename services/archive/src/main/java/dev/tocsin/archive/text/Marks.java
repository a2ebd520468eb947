package dev.tocsin.archive.text;

/** How the forms of a word are told apart in one field: those as they stand have no mark, and no word holds one of these signs. */
final class Marks {
    private static final char STEM = '\u0001';
    private static final char SOUND = '\u0002';
    private static final char CONSONANTS = '\u0003';

    private Marks() {}

    /** Behind its language, because the stem of one is a word of another. */
    static String stem(String language, String stem) {
        return language + STEM + stem;
    }

    static String sound(String key) {
        return SOUND + key;
    }

    static String consonants(String key) {
        return CONSONANTS + key;
    }

    /** How much a form counts, 0 to 1: most as it stands, least where it only sounds alike. */
    static float weight(String form) {
        return switch (form.charAt(0)) {
            case SOUND -> 0.6f;
            case CONSONANTS -> 0.4f;
            default -> form.indexOf(STEM) < 0 ? 1 : 0.9f;
        };
    }
}

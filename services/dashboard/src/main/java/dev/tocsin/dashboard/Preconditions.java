package dev.tocsin.dashboard;

import dev.tocsin.contracts.TopicPack;
import org.jspecify.annotations.Nullable;

/** Whether a change of a topic was made from the version that is in force (RFC 9110, section 13). */
final class Preconditions {
    private static final String ANY = "*";

    private Preconditions() {}

    /** The entity tag of a version, without its quotes. */
    static String tag(TopicPack pack) {
        return String.valueOf(pack.version());
    }

    /**
     * The problem, where what {@code If-Match} asks for is not so; else null.
     *
     * @param match the header, or null
     * @param now what is in force; null for nothing
     */
    static @Nullable Problem refused(@Nullable String match, @Nullable TopicPack now) {
        if (match == null || now != null && matches(match, tag(now))) {
            return null;
        }
        return Problem.of(
                412,
                "It was changed meanwhile",
                now == null
                        ? "The topic is not watched (any more): look whether it was ended meanwhile."
                        : "Version " + now.version() + " is in force, yours was made from " + match
                                + ": look at what changed, and send yours with the ETag of that version.");
    }

    private static boolean matches(String match, String tag) {
        for (var one : match.split(",")) {
            var wanted = one.strip();
            if (wanted.equals(ANY) || wanted.equals("\"" + tag + "\"")) {
                return true;
            }
        }
        return false;
    }
}

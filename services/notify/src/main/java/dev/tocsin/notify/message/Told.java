package dev.tocsin.notify.message;

import java.util.List;

/** A notice with its stories in plain words. */
record Told(Notice notice, List<Story> stories) {
    private static final int HEADLINE = 120;

    /**
     * One line on all of it, of at most some 350 characters: severity and what changed first, because lists of messages cut
     * the end off.
     */
    String title() {
        return switch (notice.kind()) {
            case DIGEST ->
                stories.isEmpty()
                        ? "[Digest] " + notice.route() + ": nothing"
                        : "[Digest] " + notice.route() + ": " + count();
            case ESCALATION -> "Nobody answered " + notice.note() + ": " + line(stories.getFirst());
            case ANSWER, ALERT ->
                stories.size() == 1
                        ? line(stories.getFirst())
                        : "[" + highest() + "] " + count() + ", " + notice.route();
        };
    }

    /** What stands before the stories; empty for one story that simply rings. */
    String opening() {
        return switch (notice.kind()) {
            case DIGEST -> stories.isEmpty() ? "Nothing rang." : count() + " since the last digest" + more() + ".";
            case ESCALATION -> "Nobody answered " + notice.note() + ".";
            case ANSWER -> String.valueOf(notice.note());
            case ALERT -> stories.size() == 1 ? "" : count() + more() + ".";
        };
    }

    String count() {
        return stories.size() + (stories.size() == 1 ? " story" : " stories");
    }

    /** The stories that the notice has no room for. */
    private String more() {
        return notice.note() == null ? "" : ", " + notice.note();
    }

    /** The most severe; they stand in that order. */
    Story worst() {
        return stories.getFirst();
    }

    private String highest() {
        return worst().mark();
    }

    private static String line(Story story) {
        var change = story.word().equals("update") && !story.first().isEmpty()
                ? " — " + Escape.isolated(story.changes().getLast(), HEADLINE)
                : "";
        var word = story.word().equals("new") ? "" : story.word() + ": ";
        return "[" + story.mark() + "] " + word + Escape.isolated(story.headline(), HEADLINE) + change;
    }
}

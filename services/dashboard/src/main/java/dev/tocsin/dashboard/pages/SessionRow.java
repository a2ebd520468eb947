package dev.tocsin.dashboard.pages;

import java.time.Instant;

/**
 * A browser that somebody is signed in with.
 *
 * @param agent what browser it is, in a few words
 * @param current the one that shows the page
 */
public record SessionRow(String agent, String from, Moment began, Moment seen, boolean current) {
    public static SessionRow of(String agent, String from, Instant began, Instant seen, boolean current) {
        return new SessionRow(browser(agent), from, Moment.of("Began", began), Moment.of("Last seen", seen), current);
    }

    /** Browsers pretend to be each other, so the order matters. */
    private static String browser(String agent) {
        for (var name : new String[] {"Edg", "OPR", "Firefox", "Chrome", "Safari"}) {
            if (agent.contains(name + "/")) {
                return switch (name) {
                    case "Edg" -> "Edge";
                    case "OPR" -> "Opera";
                    default -> name;
                };
            }
        }
        return agent.isBlank() ? "Unknown" : agent.split("[ /]", 2)[0];
    }
}

package dev.tocsin.ingest.polite;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What one host's robots.txt says to us (RFC 9309). */
public final class RobotsRules {
    /** No robots.txt, or one that the server refuses (RFC 9309, 2.3.1.3): everything is open. */
    public static final RobotsRules OPEN =
            new RobotsRules(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL));
    /** The server fails (RFC 9309, 2.3.1.4): everything is closed until it answers. */
    public static final RobotsRules CLOSED =
            new RobotsRules(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_NONE));

    /** RFC 9309, 2.5: at least so much of a file must be read, and more need not be. */
    public static final int MOST_BYTES = 500 * 1024;

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    private static final int MOST_WARNINGS = 0;

    private final SimpleRobotRules rules;

    private RobotsRules(SimpleRobotRules rules) {
        this.rules = rules;
    }

    /** @param name of our robot, in lower case, as the lines {@code User-agent} would call it */
    public static RobotsRules parse(URI address, byte[] body, String name) {
        var parser = new SimpleRobotRulesParser(LONGEST_DELAY.toMillis(), MOST_WARNINGS);
        return new RobotsRules(parser.parseContent(address.toString(), body, "text/plain", List.of(name)));
    }

    public boolean allow(URI page) {
        return rules.isAllowed(page.toString());
    }

    /** How many there are, which is what they take of memory. */
    public int size() {
        return rules.getRobotRules().size();
    }

    /** The time between two requests that the host wishes, at most half a minute; zero where it wishes none. */
    public Duration delay() {
        long millis = rules.getCrawlDelay();
        return millis <= 0 ? Duration.ZERO : Duration.ofMillis(Math.min(millis, LONGEST_DELAY.toMillis()));
    }
}

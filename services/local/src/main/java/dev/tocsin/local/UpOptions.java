package dev.tocsin.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code up} was asked for.
 *
 * @param feeds absolute http, https or file addresses, trusted; never empty where there is no list
 * @param feedLists files that list feeds, in YAML or OPML; their feeds are not trusted
 * @param data the folder of all that is kept
 * @param replay the scenario to be played, if any
 * @param rehearsal whether the services' JVMs are to remember this start
 */
record UpOptions(
        List<String> feeds,
        List<Path> feedLists,
        Path data,
        Ports ports,
        @Nullable ReplayOptions replay,
        boolean rehearsal) {
    static final String USAGE = "usage: tocsin up [--feed FILE|URL]... [--feeds LIST]... [--data DIR] [--ports free]"
            + " [--replay SCENARIO [--speed N|in-step]]";

    private static final String SAMPLE = "deploy/sample/feed.xml";
    private static final String SCENARIOS = "e2e/scenario";

    /**
     * Reads the arguments after {@code up}.
     *
     * @param here relative paths start here
     * @param root of the project, with the feed that plays when nothing else is asked for, and the scenarios
     * @throws LaunchException with one line for people
     */
    static UpOptions parse(List<String> arguments, Path here, Path root) {
        var feeds = new ArrayList<String>();
        var lists = new ArrayList<Path>();
        var data = DataFolder.defaultIn(here);
        var ports = Ports.fixed();
        String scenario = null;
        String speed = null;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var option = rest.next();
            switch (option) {
                case "--feed" -> feeds.add(feed(value(option, rest), here));
                case "--feeds" -> lists.add(list(value(option, rest), here));
                case "--data" -> data = here.resolve(value(option, rest)).normalize();
                case "--replay" -> scenario = value(option, rest);
                case "--speed" -> speed = value(option, rest);
                case "--ports" -> ports = ports(value(option, rest));
                default -> throw new LaunchException("unknown option " + option + "; " + USAGE);
            }
        }
        if (feeds.isEmpty() && lists.isEmpty() && scenario == null) {
            feeds.add(feed(root.resolve(SAMPLE).toString(), here));
        }
        return new UpOptions(
                List.copyOf(feeds), List.copyOf(lists), data, ports, replay(scenario, speed, here, root), false);
    }

    /** The sample on free ports, with nothing kept but what the JVMs remember. */
    static UpOptions rehearsal(Path data, Path root) {
        var sample = feed(root.resolve(SAMPLE).toString(), root);
        return new UpOptions(List.of(sample), List.of(), data, Ports.free(), null, true);
    }

    private static @Nullable ReplayOptions replay(
            @Nullable String scenario, @Nullable String speed, Path here, Path root) {
        if (scenario == null && speed != null) {
            throw new LaunchException("--speed goes with --replay; " + USAGE);
        }
        return scenario == null
                ? null
                : ReplayOptions.of(
                        scenario, speed == null ? ReplayOptions.USUAL_SPEED : speed, here, root.resolve(SCENARIOS));
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new LaunchException(option + " lacks its value; " + USAGE);
        }
        return rest.next();
    }

    private static Ports ports(String value) {
        return switch (value) {
            case "fixed" -> Ports.fixed();
            case "free" -> Ports.free();
            default -> throw new LaunchException("--ports is " + value + ", expected fixed or free");
        };
    }

    private static Path list(String given, Path here) {
        var file = here.resolve(given).normalize();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new LaunchException("the list of feeds " + given
                    + " is no readable file: give the path of a list in YAML (as deploy/feeds.yaml) or OPML; one feed"
                    + " is --feed FILE|URL");
        }
        return file;
    }

    private static String feed(String given, Path here) {
        if (given.startsWith("http://") || given.startsWith("https://")) {
            try {
                return URI.create(given).toString();
            } catch (IllegalArgumentException e) {
                throw new LaunchException("the feed " + given + " is not an address: " + e.getMessage(), e);
            }
        }
        var file = given.startsWith("file:") ? Path.of(URI.create(given)) : here.resolve(given);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new LaunchException(
                    "the feed " + given + " is no readable file: give the path of an RSS or Atom file, or its URL");
        }
        return file.normalize().toUri().toString();
    }
}

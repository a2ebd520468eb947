package dev.tocsin.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What {@code up} was asked for.
 *
 * @param feeds absolute http, https or file addresses, trusted; never empty where there is no list
 * @param feedLists files that list feeds, in YAML or OPML; their feeds are not trusted
 * @param data the folder of all that is kept
 */
record UpOptions(List<String> feeds, List<Path> feedLists, Path data, Ports ports) {
    static final String USAGE = "usage: tocsin up [--feed FILE|URL]... [--feeds LIST]... [--data DIR] [--ports free]";

    /**
     * Reads the arguments after {@code up}.
     *
     * @param here relative paths start here
     * @param sample the feed that plays when neither a feed nor a list is asked for
     * @throws LaunchException with one line for people
     */
    static UpOptions parse(List<String> arguments, Path here, Path sample) {
        var feeds = new ArrayList<String>();
        var lists = new ArrayList<Path>();
        var data = DataFolder.defaultIn(here);
        var ports = Ports.fixed();
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var option = rest.next();
            switch (option) {
                case "--feed" -> feeds.add(feed(value(option, rest), here));
                case "--feeds" -> lists.add(list(value(option, rest), here));
                case "--data" -> data = here.resolve(value(option, rest)).normalize();
                case "--ports" -> ports = ports(value(option, rest));
                default -> throw new LaunchException("unknown option " + option + "; " + USAGE);
            }
        }
        if (feeds.isEmpty() && lists.isEmpty()) {
            feeds.add(feed(sample.toString(), here));
        }
        return new UpOptions(List.copyOf(feeds), List.copyOf(lists), data, ports);
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

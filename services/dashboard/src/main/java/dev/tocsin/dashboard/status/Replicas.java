package dev.tocsin.dashboard.status;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts the processes behind the members of a consumer group: one process is often several members. */
public final class Replicas {
    private static final Pattern STREAMS = Pattern.compile("^(.{0,249}?)-StreamThread-\\d++-consumer.*$");

    private Replicas() {}

    /**
     * How many there are. Streams names each process in its clients' ids; other services give one id to each channel they
     * read, so that the one that is there most often tells.
     *
     * @param clients the client id of each member
     */
    public static int of(List<String> clients) {
        var processes = new HashSet<String>();
        for (var client : clients) {
            var streams = STREAMS.matcher(client);
            if (streams.matches()) {
                processes.add(streams.group(1));
            }
        }
        if (!processes.isEmpty()) {
            return processes.size();
        }
        return clients.stream().collect(Collectors.groupingBy(c -> c, Collectors.counting())).entrySet().stream()
                .map(Map.Entry::getValue)
                .max(Long::compare)
                .orElse(0L)
                .intValue();
    }
}

package dev.tocsin.e2e;

import dev.tocsin.local.RunFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Resident set sizes as {@code ps} tells them: shared pages count in each process, so the sum is the worst case. */
final class Memory {
    private Memory() {}

    /** Megabytes by process name, with the sum as {@code all}. */
    static Map<String, Long> of(RunFile run) throws IOException {
        var sizes = new LinkedHashMap<String, Long>();
        sizes.put("broker+store", megabytes(run.launcher()));
        for (var service : run.services()) {
            sizes.put(service.name(), megabytes(service.pid()));
        }
        sizes.put("all", sizes.values().stream().mapToLong(Long::longValue).sum());
        return sizes;
    }

    private static long megabytes(long pid) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        return Long.parseLong(new String(ps.getInputStream().readAllBytes()).strip()) / 1024;
    }
}

package dev.tocsin.e2e;

import dev.tocsin.local.RunFile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** CPU time by process: where a slow run spends it, whatever else the machine does. */
record Cpu(Map<String, Duration> used) {
    static Cpu of(RunFile run) {
        var used = new LinkedHashMap<String, Duration>();
        used.put("broker+store", of(run.launcher()));
        run.services().forEach(s -> used.put(s.name(), of(s.pid())));
        return new Cpu(used);
    }

    /** Milliseconds an article since an earlier reading, with the sum as {@code all}. */
    Map<String, Double> millisecondsEachSince(Cpu earlier, int articles) {
        var each = new LinkedHashMap<String, Double>();
        used.forEach(
                (name, now) -> each.put(name, now.minus(earlier.used.get(name)).toNanos() / 1e6 / articles));
        each.put("all", each.values().stream().mapToDouble(Double::doubleValue).sum());
        return each;
    }

    private static Duration of(long pid) {
        return ProcessHandle.of(pid).flatMap(p -> p.info().totalCpuDuration()).orElse(Duration.ZERO);
    }
}

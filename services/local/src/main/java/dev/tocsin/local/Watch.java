package dev.tocsin.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Has a service started again that lives but does nothing any more: one of its channels failed for good, or its streams gave
 * up. Kubernetes does that by the same sign; a process alone would stay so, and deaf.
 */
final class Watch implements AutoCloseable {
    /** Looks in a row that find it so; one alone might be a moment's. */
    static final int LOOKS = 3;

    private final Map<ServiceProcess, Integer> ports;
    private final Console console;
    private final Map<ServiceProcess, Integer> lost = new HashMap<>();
    private final Health health = new Health();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("watch").factory());

    private Watch(Map<ServiceProcess, Integer> ports, Console console) {
        this.ports = Map.copyOf(ports);
        this.console = console;
    }

    /**
     * Begins after one interval.
     *
     * @param ports where each service answers
     * @param interval between two looks
     */
    static Watch over(Map<ServiceProcess, Integer> ports, Duration interval, Console console) {
        var watch = new Watch(ports, console);
        watch.looks.scheduleWithFixedDelay(watch::look, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        return watch;
    }

    private void look() {
        try {
            for (var watched : ports.entrySet()) {
                look(watched.getKey(), health.isLost(watched.getValue()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(ServiceProcess service, boolean isLost) throws InterruptedException {
        int inARow = isLost ? lost.merge(service, 1, Integer::sum) : 0;
        if (inARow == LOOKS) {
            console.line(service.name(), "says that only a new start helps (/q/health/live is down), so it gets one");
            service.end();
        }
        if (inARow == 0 || inARow == LOOKS) {
            lost.remove(service);
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
        health.close();
    }
}

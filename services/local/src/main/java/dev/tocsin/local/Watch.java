package dev.tocsin.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Has a service started again that lives but does nothing any more: one of its channels failed for good, or its streams gave
 * up. Kubernetes does that by the same sign; a process alone would stay so, and deaf.
 */
final class Watch implements AutoCloseable {
    /** Looks in a row that find it so; one alone might be a moment's. */
    static final int LOOKS = 3;

    private final Map<ServiceProcess, Integer> ports;
    private final Duration interval;
    private final Console console;
    private final Map<ServiceProcess, Integer> lost = new HashMap<>();
    private final Thread thread;

    private Watch(Map<ServiceProcess, Integer> ports, Duration interval, Console console) {
        this.ports = Map.copyOf(ports);
        this.interval = interval;
        this.console = console;
        this.thread = Thread.ofVirtual().name("watch").start(this::watch);
    }

    /**
     * Begins at once.
     *
     * @param ports where each service answers
     * @param interval between two looks
     */
    static Watch over(Map<ServiceProcess, Integer> ports, Duration interval, Console console) {
        return new Watch(ports, interval, console);
    }

    private void watch() {
        try (var health = new Health()) {
            while (true) {
                Thread.sleep(interval);
                for (var watched : ports.entrySet()) {
                    look(watched.getKey(), health.isLost(watched.getValue()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(ServiceProcess service, boolean isLost) throws InterruptedException {
        int looks = isLost ? lost.merge(service, 1, Integer::sum) : 0;
        if (looks == LOOKS) {
            console.line(service.name(), "says that only a new start helps (/q/health/live is down), so it gets one");
            service.end();
        }
        if (looks == 0 || looks == LOOKS) {
            lost.remove(service);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

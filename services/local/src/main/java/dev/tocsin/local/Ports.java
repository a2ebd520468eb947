package dev.tocsin.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything listens.
 *
 * @param services port by service name
 */
record Ports(int broker, int controller, int store, Map<String, Integer> services) {
    private static final int BROKER = 9092;
    private static final int CONTROLLER = 9093;
    private static final int STORE = 27017;

    /** The ports of the documentation. */
    static Ports fixed() {
        var services = new LinkedHashMap<String, Integer>();
        Service.ALL.forEach(s -> services.put(s.name(), s.port()));
        return new Ports(BROKER, CONTROLLER, STORE, services);
    }

    /** Ports that nobody listens on now, for tests and for a second stack on one machine. */
    static Ports free() {
        int[] found = FreePorts.find(3 + Service.ALL.size());
        var services = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < Service.ALL.size(); i++) {
            services.put(Service.ALL.get(i).name(), found[3 + i]);
        }
        return new Ports(found[0], found[1], found[2], services);
    }

    int of(Service service) {
        return services.get(service.name());
    }

    /** Fails, naming the port and who wants it, where one is taken. */
    void requireFree() {
        var wanted = new LinkedHashMap<String, Integer>();
        wanted.put("the broker", broker);
        wanted.put("the broker's controller", controller);
        wanted.put("the store", store);
        wanted.putAll(services);
        wanted.forEach((name, port) -> taken(port).ifPresent(reason -> {
            throw new LaunchException("port " + port + ", which " + name + " needs, is taken (" + reason
                    + "): stop what listens there, or start with --ports free");
        }));
    }

    private static Optional<String> taken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }
}

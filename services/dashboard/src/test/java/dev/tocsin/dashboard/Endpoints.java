package dev.tocsin.dashboard;

import dev.tocsin.dashboard.guard.Endpoint;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All endpoints there are, and the table of who may use them. */
final class Endpoints {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path TABLE = Path.of("../../docs/endpoints.md");

    private Endpoints() {}

    /** Of all resources that were compiled. */
    static TreeSet<Endpoint> declared() throws Exception {
        var endpoints = new TreeSet<Endpoint>();
        try (var files = Files.walk(CLASSES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                var name = CLASSES.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                var type = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
                if (type.isAnnotationPresent(jakarta.ws.rs.Path.class)) {
                    Arrays.stream(type.getDeclaredMethods())
                            .flatMap(Endpoints::of)
                            .forEach(endpoints::add);
                }
            }
        }
        return endpoints;
    }

    private static Stream<Endpoint> of(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                .filter(a -> a != null)
                .map(a -> new Endpoint(a.value(), RoleFilter.path(method)));
    }

    /** Each line of {@code docs/endpoints.md}: the endpoint and the least role. */
    static Map<Endpoint, String> table() throws IOException {
        var table = new TreeMap<Endpoint, String>();
        for (var line : Files.readAllLines(TABLE)) {
            var cells = line.split("\\|");
            if (cells.length == 3 && cells[1].contains("`")) {
                table.put(Endpoint.of(cells[1].replace("`", "").strip()), cells[2].strip());
            }
        }
        return table;
    }
}

package dev.tocsin.dashboard.guard;

/**
 * One thing that can be asked for.
 *
 * @param method of HTTP
 * @param path with its variables as they are declared, such as {@code /api/topics/{id}}
 */
public record Endpoint(String method, String path) implements Comparable<Endpoint> {
    /** An endpoint as it is written down: {@code POST /api/feeds}. */
    public static Endpoint of(String written) {
        var parts = written.split(" ", 2);
        return new Endpoint(parts[0], parts[1]);
    }

    /** From the paths that a class and its method declare, with or without slashes around. */
    public static Endpoint of(String method, String classPath, String methodPath) {
        var path = ("/" + classPath + "/" + methodPath).replaceAll("/+", "/");
        return new Endpoint(
                method, path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    boolean isBelow(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/") || path.startsWith(prefix + ".");
    }

    @Override
    public int compareTo(Endpoint other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : method.compareTo(other.method);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

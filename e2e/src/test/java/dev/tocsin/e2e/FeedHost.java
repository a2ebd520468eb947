package dev.tocsin.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * The web that the poll benchmarks ask, in a process of its own: {@code /same/N} never changes, {@code /news/N} has a new
 * item each time it is asked and keeps the last so many. It remembers when each feed was asked, and what each gave.
 */
final class FeedHost {
    /** A feed's life. */
    private static final class Life {
        private int newest = -1;
        private long asked;
        private long longest;
        private boolean twice;
    }

    private static final byte[] NOTHING = {};
    private static final String ETAG = "\"always\"";
    private static final String FILLER = " The committee met in the valley and will meet again.".repeat(12);

    private final int items;
    private final long interval;
    private final Map<String, Life> lives = new ConcurrentHashMap<>();
    private final LongAdder answered = new LongAdder();
    private final LongAdder notModified = new LongAdder();
    private volatile boolean frozen;

    private FeedHost(int items, long interval) {
        this.items = items;
        this.interval = interval;
    }

    /** Arguments: port, items of a feed, the interval in milliseconds in which no feed may be asked twice. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var host = new FeedHost(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        // all of 127.0.0.0/8, which is many hosts
        var server = HttpServer.create(new InetSocketAddress(Integer.parseInt(arguments[0])), 1_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/same/", host::same);
        server.createContext("/news/", host::news);
        server.createContext("/freeze", exchange -> {
            host.frozen = true;
            send(exchange, 200, NOTHING);
        });
        server.createContext("/stats", exchange -> send(exchange, 200, Json.write(host.stats())));
        server.start();
    }

    private void same(HttpExchange exchange) throws IOException {
        var id = id(exchange);
        note(id, false);
        exchange.getResponseHeaders().add("ETag", ETAG);
        if (ETAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            notModified.increment();
            send(exchange, 304, NOTHING);
        } else {
            send(exchange, 200, feed(id, 0));
        }
    }

    private void news(HttpExchange exchange) throws IOException {
        var id = id(exchange);
        send(exchange, 200, feed(id, note(id, !frozen)));
    }

    /** Counts the visit; the number of the newest item. */
    private int note(String id, boolean more) {
        answered.increment();
        var life = lives.computeIfAbsent(id, i -> new Life());
        synchronized (life) {
            long now = System.nanoTime() / 1_000_000;
            life.twice |= life.asked != 0 && now - life.asked < interval;
            life.longest = life.asked == 0 ? 0 : Math.max(life.longest, now - life.asked);
            life.asked = now;
            life.newest = life.newest < 0 ? items - 1 : life.newest + (more ? 1 : 0);
            return life.newest;
        }
    }

    private Map<String, Long> stats() {
        var stats = new LinkedHashMap<String, Long>();
        stats.put("answered", answered.sum());
        stats.put("notModified", notModified.sum());
        stats.put("feeds", (long) lives.size());
        stats.put("twice", lives.values().stream().filter(life -> life.twice).count());
        stats.put(
                "longestBetween",
                lives.values().stream().mapToLong(l -> l.longest).max().orElse(0));
        stats.put("items", lives.values().stream().mapToLong(l -> l.newest + 1L).sum());
        return stats;
    }

    private byte[] feed(String id, int newest) {
        var feed = new StringBuilder(items * 1_000)
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Feed ")
                .append(id)
                .append("</title><link>https://feed-")
                .append(id)
                .append(".example/</link>");
        for (int i = newest; i > newest - items && i >= 0; i--) {
            feed.append("<item><title>Item ")
                    .append(i)
                    .append(" of ")
                    .append(id)
                    .append("</title><link>https://feed-")
                    .append(id)
                    .append(".example/items/")
                    .append(i)
                    .append("</link><guid isPermaLink=\"false\">")
                    .append(id)
                    .append('-')
                    .append(i)
                    .append("</guid><description>&lt;p&gt;")
                    .append(FILLER)
                    .append("&lt;/p&gt;</description></item>");
        }
        return feed.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String id(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}

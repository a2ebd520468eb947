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
 * item each time it is asked and keeps the last so many, {@code /brief/N} too, but it begins with one, and its items are
 * summaries, whose texts are on {@code /pages/}. It remembers when each feed was asked, and what each gave.
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
    private static final String SENTENCE = " The committee met in the valley and will meet again.";
    private static final String SUMMARY = SENTENCE.repeat(3);
    /** Of a length that nobody takes for a summary. */
    private static final String ARTICLE = SENTENCE.repeat(30);

    private static final byte[] PAGE =
            ("<!doctype html><html><head><title>The committee</title></head><body><nav>Home</nav><article>"
                            + ("<p>" + SENTENCE.repeat(6) + "</p>").repeat(5) + "</article></body></html>")
                    .getBytes(StandardCharsets.UTF_8);

    private final int items;
    private final long interval;
    private final Map<String, Life> lives = new ConcurrentHashMap<>();
    private final LongAdder answered = new LongAdder();
    private final LongAdder notModified = new LongAdder();
    private final LongAdder pages = new LongAdder();
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
        server.createContext("/brief/", host::brief);
        server.createContext("/pages/", exchange -> {
            host.pages.increment();
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            send(exchange, 200, PAGE);
        });
        server.createContext("/robots.txt", exchange -> send(exchange, 404, NOTHING));
        server.createContext("/freeze", exchange -> {
            host.frozen = true;
            send(exchange, 200, NOTHING);
        });
        server.createContext("/stats", exchange -> send(exchange, 200, Json.write(host.stats())));
        server.start();
    }

    private void same(HttpExchange exchange) throws IOException {
        var id = id(exchange);
        note(id, items - 1, false);
        exchange.getResponseHeaders().add("ETag", ETAG);
        if (ETAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            notModified.increment();
            send(exchange, 304, NOTHING);
        } else {
            send(exchange, 200, feed(id, 0, example(id), ARTICLE));
        }
    }

    private void news(HttpExchange exchange) throws IOException {
        var id = id(exchange);
        send(exchange, 200, feed(id, note(id, items - 1, !frozen), example(id), ARTICLE));
    }

    private void brief(HttpExchange exchange) throws IOException {
        var id = id(exchange);
        var own = "http://" + exchange.getRequestHeaders().getFirst("Host") + "/pages/" + id + "/";
        send(exchange, 200, feed(id, note(id, 0, !frozen), own, SUMMARY));
    }

    private static String example(String id) {
        return "https://feed-" + id + ".example/items/";
    }

    /** Counts the visit; the number of the newest item. */
    private int note(String id, int first, boolean more) {
        answered.increment();
        var life = lives.computeIfAbsent(id, i -> new Life());
        synchronized (life) {
            long now = System.nanoTime() / 1_000_000;
            life.twice |= life.asked != 0 && now - life.asked < interval;
            life.longest = life.asked == 0 ? 0 : Math.max(life.longest, now - life.asked);
            life.asked = now;
            life.newest = life.newest < 0 ? first : life.newest + (more ? 1 : 0);
            return life.newest;
        }
    }

    private Map<String, Long> stats() {
        var stats = new LinkedHashMap<String, Long>();
        stats.put("answered", answered.sum());
        stats.put("notModified", notModified.sum());
        stats.put("pages", pages.sum());
        stats.put("feeds", (long) lives.size());
        stats.put("twice", lives.values().stream().filter(life -> life.twice).count());
        stats.put(
                "longestBetween",
                lives.values().stream().mapToLong(l -> l.longest).max().orElse(0));
        stats.put("items", lives.values().stream().mapToLong(l -> l.newest + 1L).sum());
        return stats;
    }

    private byte[] feed(String id, int newest, String pages, String text) {
        var feed = new StringBuilder(items * (text.length() + 300))
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
                    .append("</title><link>")
                    .append(pages)
                    .append(i)
                    .append("</link><guid isPermaLink=\"false\">")
                    .append(id)
                    .append('-')
                    .append(i)
                    .append("</guid><description>&lt;p&gt;")
                    .append(text)
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

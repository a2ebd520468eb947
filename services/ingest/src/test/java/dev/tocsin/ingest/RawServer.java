package dev.tocsin.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that may answer with any bytes at all, in any tempo, and counts who comes. */
final class RawServer implements AutoCloseable {
    /** Writes what it likes; ends with an exception when the other side has had enough. */
    interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger visits = new AtomicInteger();

    RawServer() {
        try {
            socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("raw-server").start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Requests that came. */
    int visits() {
        return visits.get();
    }

    /** Puts an answer at a path and gives its address. */
    String at(String path, Answer answer) {
        answers.put(path, answer);
        return "http://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var path = path(client.getInputStream());
            visits.incrementAndGet();
            var answer = answers.get(path);
            if (answer != null) {
                answer.write(client.getOutputStream());
                client.getOutputStream().flush();
            }
        } catch (IOException | InterruptedException e) {
            // the other side has hung up, as it should
        }
    }

    /** Reads the request to its empty line. */
    private static String path(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int b = in.read(); b >= 0 && head.indexOf("\r\n\r\n") < 0; b = in.read()) {
            head.append((char) b);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        var parts = head.toString().split(" ", 3);
        return parts.length > 1 ? parts[1] : "";
    }

    static Answer text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}

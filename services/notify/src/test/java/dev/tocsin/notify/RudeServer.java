package dev.tocsin.notify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** An SMTP server that takes one mail and resets the connection on QUIT, or whose greeting never ends. */
final class RudeServer implements AutoCloseable {
    private static final long BETWEEN_LINES = TimeUnit.MILLISECONDS.toNanos(50);

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final AtomicInteger accepted = new AtomicInteger();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final boolean talks;

    /** @param talks without an end */
    RudeServer(boolean talks) throws IOException {
        this.talks = talks;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    void awaitHangUp() {
        try {
            if (!hungUp.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the client did not hang up");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void serve() {
        try (var client = server.accept()) {
            if (talks) {
                talk(client);
            } else {
                take(client);
            }
        } catch (IOException e) {
            hungUp.countDown();
        }
    }

    private static void talk(Socket client) throws IOException {
        while (true) {
            say(client, "220-one moment please");
            LockSupport.parkNanos(BETWEEN_LINES);
        }
    }

    private void take(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
        say(client, "220 rude");
        boolean body = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (body) {
                if (line.equals(".")) {
                    body = false;
                    accepted.incrementAndGet();
                    say(client, "250 taken");
                }
            } else if (line.equals("DATA")) {
                body = true;
                say(client, "354 go on");
            } else if (line.equals("QUIT")) {
                // closes with a reset
                client.setSoLinger(true, 0);
                return;
            } else {
                say(client, "250 ok");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

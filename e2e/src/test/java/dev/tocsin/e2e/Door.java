package dev.tocsin.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;

/** A port in front of another one, by which what listens there alone goes away: as one that has ended, or as one that hangs. */
final class Door implements AutoCloseable {
    private final IntSupplier target;
    private final Set<SocketChannel> inside = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile ServerSocketChannel server;
    private volatile CountDownLatch flowing = new CountDownLatch(0);

    private Door(IntSupplier target) throws IOException {
        this.target = target;
        this.server = listen(0);
        this.port = server.socket().getLocalPort();
    }

    /** @param target the port behind it, asked for with each connection; throws while nobody knows it */
    static Door before(IntSupplier target) throws IOException {
        return new Door(target);
    }

    int port() {
        return port;
    }

    /** Connections end, and new ones are refused. */
    void shut() throws IOException {
        server.close();
        for (var connection : inside) {
            connection.close();
        }
        inside.clear();
    }

    void open() throws IOException {
        server = listen(port);
    }

    /** Connections stay and are taken, and nothing comes through. */
    void jam() {
        flowing = new CountDownLatch(1);
    }

    /** What was held up comes through now. */
    void free() {
        flowing.countDown();
    }

    private ServerSocketChannel listen(int on) throws IOException {
        var opened = ServerSocketChannel.open();
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), on));
        Thread.ofPlatform().daemon().start(() -> serve(opened));
        return opened;
    }

    private void serve(ServerSocketChannel from) {
        while (from.isOpen()) {
            try {
                let(from.accept());
            } catch (IOException e) {
                // shut, which the loop asks for
            }
        }
    }

    private void let(SocketChannel client) throws IOException {
        try {
            var way = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getAsInt()));
            inside.removeIf(connection -> !connection.isOpen());
            inside.add(client);
            Pipe.join(client, way, () -> flowing.await());
        } catch (IOException | UncheckedIOException e) {
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        free();
        shut();
    }
}

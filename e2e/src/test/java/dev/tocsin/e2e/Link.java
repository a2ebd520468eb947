package dev.tocsin.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The way from a {@link FarEnd} to ports of this machine, and to one of its ports from here. It can be cut: connections stay open
 * then, and nothing comes through until it is mended, late bytes of those that gave up included, as TCP sends again what was lost.
 */
final class Link implements AutoCloseable {
    private final List<ServerSocketChannel> servers = new ArrayList<>();
    private final int back;
    private volatile CountDownLatch open = new CountDownLatch(0);

    private Link(Path folder, int far, List<Integer> ports) throws IOException {
        for (var port : ports) {
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(socket(folder, port));
            serve(server, new InetSocketAddress("localhost", port));
        }
        var door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        back = ((InetSocketAddress) door.getLocalAddress()).getPort();
        serve(door, socket(folder, far));
    }

    /**
     * @param folder where the far end finds the sockets
     * @param far the far end's port that can be reached from here
     */
    static Link open(Path folder, int far, List<Integer> ports) throws IOException {
        return new Link(folder, far, ports);
    }

    static UnixDomainSocketAddress socket(Path folder, int port) {
        return UnixDomainSocketAddress.of(folder.resolve(port + ".socket"));
    }

    /** Here, for the far end's port. */
    int back() {
        return back;
    }

    void cut() {
        open = new CountDownLatch(1);
    }

    void mend() {
        open.countDown();
    }

    private void serve(ServerSocketChannel server, SocketAddress to) {
        servers.add(server);
        Thread.ofPlatform().daemon().start(() -> Pipe.serve(server, to, () -> open.await()));
    }

    @Override
    public void close() throws IOException {
        mend();
        for (var server : servers) {
            server.close();
        }
    }
}

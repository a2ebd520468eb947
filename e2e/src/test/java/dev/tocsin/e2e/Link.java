package dev.tocsin.e2e;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The way from a {@link FarEnd} to ports of this machine, which can be cut: connections stay open then, and nothing comes through
 * until it is mended, late bytes of those that gave up included, as TCP sends again what was lost.
 */
final class Link implements AutoCloseable {
    private final List<ServerSocketChannel> servers = new ArrayList<>();
    private volatile CountDownLatch open = new CountDownLatch(0);

    /** @param folder where the far end finds the sockets */
    static Link open(Path folder, List<Integer> ports) throws IOException {
        var link = new Link();
        for (var port : ports) {
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(socket(folder, port));
            link.servers.add(server);
            Thread.ofPlatform().daemon().start(() -> link.serve(server, port));
        }
        return link;
    }

    static UnixDomainSocketAddress socket(Path folder, int port) {
        return UnixDomainSocketAddress.of(folder.resolve(port + ".socket"));
    }

    void cut() {
        open = new CountDownLatch(1);
    }

    void mend() {
        open.countDown();
    }

    private void serve(ServerSocketChannel server, int port) {
        try {
            while (true) {
                var client = server.accept();
                try {
                    var target = SocketChannel.open(new InetSocketAddress("localhost", port));
                    Pipe.join(client, target, () -> open.await());
                } catch (IOException e) {
                    client.close();
                }
            }
        } catch (ClosedChannelException e) {
            // closed, as it should be
        } catch (IOException e) {
            throw new IllegalStateException("the link is gone", e);
        }
    }

    @Override
    public void close() throws IOException {
        mend();
        for (var server : servers) {
            server.close();
        }
    }
}

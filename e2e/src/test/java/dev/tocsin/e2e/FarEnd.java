package dev.tocsin.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * {@code FarEnd FOLDER PORT...}: a {@link Link}'s end in another network namespace, where it listens on the ports that broker and
 * store have here. It has no network but the loopback, so its way out is a Unix socket a port.
 */
final class FarEnd {
    private FarEnd() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        for (var port : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            var server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Integer.parseInt(port)));
            Thread.ofPlatform().start(() -> serve(server, Link.socket(folder, Integer.parseInt(port))));
        }
    }

    private static void serve(ServerSocketChannel server, UnixDomainSocketAddress way) {
        try {
            while (true) {
                var client = server.accept();
                try {
                    var out = SocketChannel.open(StandardProtocolFamily.UNIX);
                    out.connect(way);
                    Pipe.join(client, out, Pipe.Gate.OPEN);
                } catch (IOException e) {
                    client.close();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the far end is gone", e);
        }
    }
}

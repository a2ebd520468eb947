package dev.tocsin.e2e;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * {@code FarEnd FOLDER BACK PORT...}: a {@link Link}'s end in another network namespace, where it listens on the ports that broker
 * and store have here, and lets what comes from here in to the port BACK. It has no network but the loopback, so its way out is a
 * Unix socket a port.
 */
final class FarEnd {
    private FarEnd() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        int back = Integer.parseInt(arguments[1]);
        var in = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(Link.socket(folder, back));
        serve(in, loopback(back));
        for (var argument : Arrays.copyOfRange(arguments, 2, arguments.length)) {
            int port = Integer.parseInt(argument);
            serve(ServerSocketChannel.open().bind(loopback(port)), Link.socket(folder, port));
        }
    }

    private static void serve(ServerSocketChannel server, SocketAddress to) {
        Thread.ofPlatform().start(() -> Pipe.serve(server, to, Pipe.Gate.OPEN));
    }

    private static SocketAddress loopback(int port) throws java.net.UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
    }
}

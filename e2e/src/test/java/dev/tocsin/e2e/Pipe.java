package dev.tocsin.e2e;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.Supplier;

/** Carries bytes both ways between two connections until one of them ends. */
final class Pipe {
    private static final int BUFFER = 64 * 1024;

    /** What bytes have to pass; it may hold them up for as long as it likes. */
    interface Gate {
        Gate OPEN = () -> {};

        void pass() throws InterruptedException;
    }

    private Pipe() {}

    /** Joins each connection that comes with one of its own to another address, until the server is closed. */
    static void serve(ServerSocketChannel server, SocketAddress to, Gate gate) {
        serve(server, () -> to, gate);
    }

    /** @param to asked for anew with each connection */
    static void serve(ServerSocketChannel server, Supplier<SocketAddress> to, Gate gate) {
        try {
            while (true) {
                var client = server.accept();
                try {
                    join(client, SocketChannel.open(to.get()), gate);
                } catch (IOException e) {
                    client.close();
                }
            }
        } catch (ClosedChannelException e) {
            // closed, as it should be
        } catch (IOException e) {
            throw new IllegalStateException("nobody comes through to " + to.get() + " any more", e);
        }
    }

    /** Returns at once; both connections are closed when either ends. */
    static void join(SocketChannel one, SocketChannel other, Gate gate) {
        Thread.startVirtualThread(() -> carry(one, other, gate));
        Thread.startVirtualThread(() -> carry(other, one, gate));
    }

    private static void carry(SocketChannel from, SocketChannel to, Gate gate) {
        var bytes = ByteBuffer.allocate(BUFFER);
        try (from;
                to) {
            while (from.read(bytes) >= 0) {
                gate.pass();
                bytes.flip();
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
                bytes.clear();
            }
            gate.pass();
        } catch (IOException e) {
            // one of the two ended, which the other one learns by the close
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

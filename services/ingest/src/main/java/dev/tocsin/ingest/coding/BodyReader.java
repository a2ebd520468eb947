package dev.tocsin.ingest.coding;

import dev.tocsin.ingest.feeds.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a body as far as it may go: first the bytes as they come over the wire, then what they unpack to. In this order
 * an unpacker's window, which may be far larger than the body, is never in memory while a slow server is waited for.
 */
public final class BodyReader {
    /** For the header {@code Accept-Encoding}. */
    public static final String ACCEPTED = ContentCoding.ACCEPTED;

    private static final int CHUNK = 8192;
    /** A few kilobytes of repetitive markup pack well and harm nobody. */
    private static final int RATIO_MATTERS_FROM = 256 * 1024;

    private final BodyLimits limits;
    private final BodyRoom room;

    public BodyReader(BodyLimits limits, BodyRoom room) {
        this.limits = limits;
        this.room = room;
    }

    /**
     * @param announced length of the packed body, negative where it is not known
     * @param contentEncoding the header, empty where there is none
     * @throws RefusedBodyException where it is too large, packed in an unknown way, or broken
     */
    public byte[] read(InputStream wire, long announced, String contentEncoding) throws IOException {
        var codings = ContentCoding.parse(contentEncoding);
        if (announced > limits.bytes()) {
            throw tooLarge();
        }
        var body = collected(wire, Integer.MAX_VALUE);
        if (codings.isEmpty() || body.length == 0) {
            return body;
        }
        InputStream unpacked = new ByteArrayInputStream(body);
        try {
            // the last one applied is the first to take off
            for (var coding : codings.reversed()) {
                room.holds(coding.window());
                unpacked = coding.unpack(unpacked);
            }
            return collected(unpacked, body.length);
        } catch (RefusedBodyException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new RefusedBodyException(Failure.CODING, "cannot be unpacked: " + e.getMessage());
        } finally {
            unpacked.close();
        }
    }

    private byte[] collected(InputStream body, int packed) throws IOException {
        var collected = new ByteArrayOutputStream(CHUNK);
        var chunk = new byte[CHUNK];
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
            if (collected.size() + n > limits.bytes()) {
                throw tooLarge();
            }
            room.holds(collected.size() + n);
            collected.write(chunk, 0, n);
            if (collected.size() > RATIO_MATTERS_FROM && collected.size() / limits.ratio() > packed) {
                throw new RefusedBodyException(
                        Failure.CODING,
                        "unpacks to more than " + limits.ratio() + " times its size, broken off after "
                                + collected.size() + " bytes");
            }
        }
        return collected.toByteArray();
    }

    private RefusedBodyException tooLarge() {
        return new RefusedBodyException(Failure.TOO_LARGE, "larger than " + limits.bytes() + " bytes, broken off");
    }
}

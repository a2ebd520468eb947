package dev.tocsin.ingest.coding;

import com.github.luben.zstd.ZstdInputStream;
import dev.tocsin.ingest.feeds.Failure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** The codings that we say we understand (RFC 9110, 8.4.1; RFC 7932; RFC 8878). */
enum ContentCoding {
    GZIP(0) {
        @Override
        InputStream unpack(InputStream packed) throws IOException {
            return new GZIPInputStream(packed, BUFFER);
        }
    },
    /** By the standard inside a zlib wrapper, by some servers bare. */
    DEFLATE(0) {
        @Override
        InputStream unpack(InputStream packed) throws IOException {
            var peeked = new PushbackInputStream(packed);
            int first = peeked.read();
            if (first >= 0) {
                peeked.unread(first);
            }
            boolean bare = (first & 0x0f) != ZLIB_METHOD;
            return new InflaterInputStream(peeked, new Inflater(bare), BUFFER) {
                @Override
                public void close() throws IOException {
                    inf.end();
                    super.close();
                }
            };
        }
    },
    /** Buffered, because the reader of brotli loses bytes when it is read singly and in blocks by turns. */
    BR(16 * 1024 * 1024) {
        @Override
        InputStream unpack(InputStream packed) throws IOException {
            return new BufferedInputStream(new BrotliInputStream(packed, BUFFER), BUFFER);
        }
    },
    ZSTD(8 * 1024 * 1024) {
        @Override
        InputStream unpack(InputStream packed) throws IOException {
            return new ZstdInputStream(packed).setLongMax(WINDOW_LOG);
        }
    };

    /** For the header {@code Accept-Encoding}. */
    static final String ACCEPTED = "gzip, deflate, br, zstd";

    private static final int BUFFER = 4096;
    private static final int ZLIB_METHOD = 8;
    /** RFC 9659: the largest window of zstd on the web is 8 MiB. */
    private static final int WINDOW_LOG = 23;

    private static final int MOST = 2;

    private final int window;

    ContentCoding(int window) {
        this.window = window;
    }

    /** Bytes of memory that a hostile body can make the unpacker take besides what it unpacks. */
    int window() {
        return window;
    }

    abstract InputStream unpack(InputStream packed) throws IOException;

    /**
     * The codings of an answer in the order in which they were applied.
     *
     * @param header {@code Content-Encoding}, its lines joined by commas
     */
    static List<ContentCoding> parse(String header) throws RefusedBodyException {
        var codings = new ArrayList<ContentCoding>();
        for (var token : header.split(",", -1)) {
            var name = token.strip().toLowerCase(Locale.ROOT);
            switch (name) {
                case "", "identity", "none", "utf-8" -> {
                    // nothing is packed; the last two are mistakes that are common and harmless
                }
                case "gzip", "x-gzip" -> codings.add(GZIP);
                case "deflate" -> codings.add(DEFLATE);
                case "br" -> codings.add(BR);
                case "zstd" -> codings.add(ZSTD);
                default ->
                    throw new RefusedBodyException(
                            Failure.CODING, "packed as '" + shortened(name) + "', which is none of " + ACCEPTED);
            }
        }
        if (codings.size() > MOST) {
            throw new RefusedBodyException(
                    Failure.CODING, "packed " + codings.size() + " times over, at most " + MOST + " are unpacked");
        }
        return codings;
    }

    private static String shortened(String name) {
        return name.length() > 20 ? name.substring(0, 20) + "…" : name;
    }
}

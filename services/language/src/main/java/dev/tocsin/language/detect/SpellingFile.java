package dev.tocsin.language.detect;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Reads and writes {@code spelling.bin.gz}: the codes, then by column the differences of the keys, how many entries each
 * has, their languages, their costs. Columns pack twice as well as rows.
 */
final class SpellingFile {
    private static final String RESOURCE = "/spelling.bin.gz";

    private static final int MAGIC = 0x5350_4C31;
    private static final int CONTINUED = 0x80;

    private SpellingFile() {}

    /** The file that is part of this service. */
    static Spelling read() {
        try (var in = SpellingFile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** @throws IOException for what is no such file */
    static Spelling read(InputStream packed) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(packed), 1 << 16));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a file of spellings");
        }
        var codes = new ArrayList<String>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            codes.add(in.readUTF());
        }
        var keys = new int[in.readInt()];
        int key = 0;
        for (int i = 0; i < keys.length; i++) {
            key += difference(in);
            keys[i] = key;
        }
        var ends = new int[keys.length];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += in.readUnsignedByte();
            ends[i] = end;
        }
        var languages = new byte[end];
        in.readFully(languages);
        var costs = new byte[end];
        in.readFully(costs);
        return new Spelling(codes, keys, ends, languages, costs);
    }

    static void write(List<String> codes, int[] keys, int[] counts, byte[] languages, byte[] costs, OutputStream packed)
            throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(packed, 1 << 16))) {
            out.writeInt(MAGIC);
            out.writeByte(codes.size());
            for (var code : codes) {
                out.writeUTF(code);
            }
            out.writeInt(keys.length);
            for (int i = 0; i < keys.length; i++) {
                writeDifference(i == 0 ? keys[0] : keys[i] - keys[i - 1], out);
            }
            for (int count : counts) {
                out.writeByte(count);
            }
            out.write(languages);
            out.write(costs);
        }
    }

    private static int difference(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int part = in.readUnsignedByte();
            value |= (part & ~CONTINUED) << shift;
            if (part < CONTINUED) {
                break;
            }
        }
        return value;
    }

    private static void writeDifference(int value, DataOutputStream out) throws IOException {
        int left = value;
        while (left >>> 7 != 0) {
            out.writeByte(left & ~CONTINUED | CONTINUED);
            left >>>= 7;
        }
        out.writeByte(left);
    }
}

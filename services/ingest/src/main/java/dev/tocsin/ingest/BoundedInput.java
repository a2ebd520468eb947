package dev.tocsin.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body that breaks off with a 413 once it is larger than allowed, however it is sent. */
final class BoundedInput extends FilterInputStream {
    private final long limit;
    private long read;

    BoundedInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(n);
        return n;
    }

    private void count(int more) {
        read += Math.max(0, more);
        if (read > limit) {
            throw Problem.tooLarge("the body is larger than " + limit + " bytes: send it in parts");
        }
    }
}

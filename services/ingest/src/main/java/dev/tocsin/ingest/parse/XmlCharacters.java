package dev.tocsin.ingest.parse;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Turns characters that XML 1.0 forbids into blanks: one stray control character must not cost a whole feed. */
final class XmlCharacters extends FilterReader {
    XmlCharacters(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        return c < 0 ? c : allowed((char) c);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            buffer[i] = allowed(buffer[i]);
        }
        return read;
    }

    private static char allowed(char c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        return control || c == '\uFFFE' || c == '\uFFFF' ? ' ' : c;
    }
}

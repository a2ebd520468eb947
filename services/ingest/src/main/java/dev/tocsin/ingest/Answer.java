package dev.tocsin.ingest;

import dev.tocsin.ingest.coding.BodyReader;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What the last hop answered, open to be read.
 *
 * @param from the last hop
 * @param movedTo where the permanent redirects led that stood at the beginning of the way; null where there were none
 */
record Answer(ClassicHttpResponse response, URI from, @Nullable URI movedTo) {
    private static final byte[] NOTHING = {};

    /** Makes something of an answer while it is open. */
    interface Reader<T> {
        T read(Answer answer) throws IOException;
    }

    int status() {
        return response.getCode();
    }

    @Nullable
    String header(String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    List<String> headers(String name) {
        return Stream.of(response.getHeaders(name)).map(Header::getValue).toList();
    }

    /** Empty where the answer has none. */
    byte[] body(BodyReader reader) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return NOTHING;
        }
        var codings = headers(HttpHeaders.CONTENT_ENCODING).stream().collect(Collectors.joining(","));
        return reader.read(entity.getContent(), entity.getContentLength(), codings);
    }

    @Nullable
    String contentType() {
        return header(HttpHeaders.CONTENT_TYPE);
    }
}

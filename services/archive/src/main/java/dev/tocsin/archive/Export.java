package dev.tocsin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import dev.tocsin.archive.keep.Erasures;
import dev.tocsin.archive.keep.Redaction;
import dev.tocsin.contracts.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BSONException;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.json.JsonMode;
import org.bson.json.JsonParseException;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/**
 * The archive as JSON Lines, and back: one document a line, {@code {"collection": …, "document": …}}, in MongoDB's Extended JSON. The
 * first line says what it is, the last one how many there were: without it the file is cut off.
 */
final class Export {
    static final int FORMAT = 1;

    /** What was erased comes first, so that none of it comes back. */
    private static final List<String> COLLECTIONS = List.of(
            "erasures",
            "holds",
            "topics",
            "topic_versions",
            "drafts",
            "searches",
            "stories",
            "alerts",
            "alert_heads",
            "verdicts",
            "marks",
            "articles");

    private static final String REVISIONS = "article_revisions";
    private static final Set<String> WITH_WORDS = Set.of("stories", "alerts", "alert_heads");
    private static final JsonWriterSettings EXTENDED =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
    private static final int BATCH = 250;

    private final MongoDatabase database;
    private final Pages pages;
    private final ErasureList erasures;
    private final InstantSource clock;

    Export(MongoDatabase database, Pages pages, ErasureList erasures, InstantSource clock) {
        this.database = database;
        this.pages = pages;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** How many documents were taken in, and how many were there already, or erased. */
    record Imported(long documents, long known) {}

    /** A line that is none of ours; the message says which and why. */
    static final class BadLineException extends Exception {
        private static final long serialVersionUID = 1;

        BadLineException(long line, String reason) {
            super("line " + line + " " + reason);
        }
    }

    /** Writes all there is; what is archived meanwhile may be missing. */
    void write(OutputStream out) throws IOException {
        var now = clock.instant();
        line(out, Json.write(Map.of("tocsin", "archive", "format", FORMAT, "at", now.toString())));
        long[] count = {0};
        try {
            for (var collection : COLLECTIONS) {
                pages.all(collection, document -> count[0] += document(out, collection, document));
            }
            pages.revisions(now, document -> count[0] += document(out, REVISIONS, document));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        line(out, Json.write(Map.of("end", true, "documents", count[0])));
    }

    private static int document(OutputStream out, String collection, BsonDocument document) {
        try {
            line(
                    out,
                    ("{\"collection\":\"" + collection + "\",\"document\":" + document.toJson(EXTENDED) + "}")
                            .getBytes(UTF_8));
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(OutputStream out, byte[] json) throws IOException {
        out.write(json);
        out.write('\n');
    }

    /** Takes lines in, in whatever order and however often: what is there already stays as it is. */
    Imported read(BufferedReader lines) throws IOException, BadLineException {
        var batch = new LinkedHashMap<String, List<InsertOneModel<BsonDocument>>>();
        long[] counts = new long[2];
        long number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                take(line, number, batch, counts);
            }
        }
        for (var entry : batch.entrySet()) {
            insert(entry.getKey(), entry.getValue(), counts);
        }
        return new Imported(counts[0], counts[1]);
    }

    private void take(String line, long number, Map<String, List<InsertOneModel<BsonDocument>>> batch, long[] counts)
            throws BadLineException {
        var parsed = parse(line, number);
        var collection = parsed.get("collection");
        if (collection == null) {
            if (!parsed.containsKey("tocsin") && !parsed.containsKey("end")) {
                throw new BadLineException(number, "names no collection");
            }
            return;
        }
        var name = collection.isString() ? collection.asString().getValue() : "";
        if (!COLLECTIONS.contains(name) && !name.equals(REVISIONS)) {
            throw new BadLineException(number, "names a collection that is none of the archive's");
        }
        var document = parsed.get("document");
        if (document == null || !document.isDocument() || !document.asDocument().isString(Fields.ID)) {
            throw new BadLineException(number, "holds no document with an id");
        }
        var kept = vetted(name, document.asDocument(), number);
        if (kept == null) {
            counts[1]++;
            return;
        }
        var some = batch.computeIfAbsent(name, n -> new ArrayList<>());
        some.add(new InsertOneModel<>(kept));
        if (some.size() >= BATCH) {
            insert(name, some, counts);
            some.clear();
        }
    }

    private static BsonDocument parse(String line, long number) throws BadLineException {
        try {
            return BsonDocument.parse(line);
        } catch (JsonParseException | BSONException | IllegalArgumentException | IllegalStateException e) {
            // the third is what the driver's parser lets through of numbers, times and ids that are none
            throw new BadLineException(number, "is no document: " + e.getMessage());
        }
    }

    /** Without what was erased here meanwhile; null where nothing is left. */
    private @Nullable BsonDocument vetted(String collection, BsonDocument document, long number)
            throws BadLineException {
        var erased = erasures.now();
        if (erased.isEmpty()) {
            return document;
        }
        var id = document.getString(Fields.ID).getValue();
        boolean isArticle = collection.equals("articles") || collection.equals(REVISIONS);
        if (isArticle && erased.has(collection.equals(REVISIONS) ? article(id) : id)) {
            return null;
        }
        return WITH_WORDS.contains(collection) ? redacted(document, erased, number) : document;
    }

    private static BsonDocument redacted(BsonDocument document, Erasures erased, long number) throws BadLineException {
        try {
            var message = StoredJson.read(document);
            return Redaction.apply(message, erased)
                    ? document.append(Fields.MESSAGE, StoredJson.of(message))
                    : document;
        } catch (BsonInvalidOperationException | IllegalStateException e) {
            throw new BadLineException(number, "holds no message");
        }
    }

    private static String article(String revisionId) {
        int at = revisionId.lastIndexOf('@');
        return at < 0 ? revisionId : revisionId.substring(0, at);
    }

    private void insert(String collection, List<InsertOneModel<BsonDocument>> some, long[] counts) {
        if (some.isEmpty()) {
            return;
        }
        int written = BulkWrites.write(database.getCollection(collection, BsonDocument.class), some);
        counts[0] += written;
        counts[1] += some.size() - written;
    }
}

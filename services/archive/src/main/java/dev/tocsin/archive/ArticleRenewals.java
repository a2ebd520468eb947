package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.tocsin.archive.anew.Renewal;
import dev.tocsin.archive.query.Position;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Reclassify;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Articles that are classified anew: which there are, and what the answer changes. Beside {@link ArticleCollection}, on the same
 * documents. As there a revision is written before its entry, and what came of it is told by the entry as it was before: after
 * a crash between the two the message comes again, and says the same.
 */
final class ArticleRenewals {
    /**
     * An article at its place in time, and its revision.
     *
     * @param isDone whether it was met with a pack as new as is wanted before
     */
    record Dated(Position position, long revision, boolean isDone) {
        String id() {
            return position.id();
        }
    }

    /** What came of an article: by which version it was met, and what that changed. */
    record Answer(long revision, String job, int version, Effect effect) {}

    /** What an answer changed. */
    enum Effect {
        SAME,
        CHANGED,
        ENTERED,
        LEFT
    }

    private static final String JOB = "job";
    private static final String EFFECT = "effect";
    private static final Bson OLDEST_FIRST = Sorts.ascending(Fields.AT, Fields.ID);

    private final MongoCollection<BsonDocument> entries;
    private final MongoCollection<BsonDocument> revisions;

    ArticleRenewals(MongoDatabase database) {
        entries = database.getCollection("articles", BsonDocument.class);
        revisions = database.getCollection("article_revisions", BsonDocument.class);
    }

    long count(@Nullable Instant from, Instant to) {
        return entries.countDocuments(and(span(from, to, null)));
    }

    /**
     * Articles by event time, oldest first, as a replay must be.
     *
     * @param wanted the topic, and the version of its pack that they are to be met with
     */
    List<Dated> find(@Nullable Instant from, Instant to, Reclassify wanted, @Nullable Position after, int most) {
        return entries.find(and(span(from, to, after)))
                .sort(OLDEST_FIRST)
                .limit(most)
                .projection(include(Fields.AT, Fields.VERSION, Fields.RENEWED))
                .map(d -> new Dated(Keyset.position(d), Documents.version(d), isDone(d, wanted)))
                .into(new ArrayList<>());
    }

    private static boolean isDone(BsonDocument entry, Reclassify wanted) {
        if (!entry.containsKey(Fields.RENEWED)) {
            return false;
        }
        var renewed = entry.getDocument(Fields.RENEWED);
        return renewed.getString(Fields.TOPIC).getValue().equals(wanted.topic())
                && renewed.getInt32(Fields.VERSION).getValue() >= wanted.version();
    }

    /** The whole JSON of these revisions, as far as they are there. */
    List<ObjectNode> whole(Collection<Dated> articles) {
        var ids = articles.stream()
                .map(a -> ArticleDocuments.revisionId(a.id(), a.revision()))
                .toList();
        return revisions
                .find(in(Fields.ID, ids))
                .map(d -> StoredJson.read(d)
                        .put(Fields.TEXT, d.getString(Fields.TEXT).getValue()))
                .into(new ArrayList<>());
    }

    /** What came of articles, by their id; those are missing to which nothing came yet. */
    Map<String, Answer> answers(Collection<String> ids) {
        var answers = new HashMap<String, Answer>();
        for (var entry : entries.find(in(Fields.ID, ids)).projection(include(Fields.VERSION, Fields.RENEWED))) {
            var id = entry.getString(Fields.ID).getValue();
            answers.put(id, answer(entry));
        }
        return answers;
    }

    private static Answer answer(BsonDocument entry) {
        long revision = Documents.version(entry);
        if (!entry.containsKey(Fields.RENEWED)) {
            return new Answer(revision, "", 0, Effect.SAME);
        }
        var renewed = entry.getDocument(Fields.RENEWED);
        return new Answer(
                revision,
                renewed.getString(JOB).getValue(),
                renewed.getInt32(Fields.VERSION).getValue(),
                Effect.valueOf(renewed.getString(EFFECT).getValue()));
    }

    /** Takes what classify says of articles that it was sent again. */
    void save(List<ClassifiedArticle> batch) {
        var anew = new HashMap<String, ClassifiedArticle>();
        batch.forEach(a -> anew.put(a.fetched().id(), a));
        var whole = new HashMap<String, BsonDocument>();
        var ids = batch.stream()
                .map(a -> ArticleDocuments.revisionId(
                        a.fetched().id(), a.fetched().revision()))
                .toList();
        revisions
                .find(in(Fields.ID, ids))
                .forEach(d -> whole.put(d.getString(Fields.ID).getValue(), d));
        var rewritten = new ArrayList<WriteModel<BsonDocument>>();
        var marked = new ArrayList<WriteModel<BsonDocument>>();
        for (var entry : entries.find(in(Fields.ID, anew.keySet()))) {
            var article =
                    Objects.requireNonNull(anew.get(entry.getString(Fields.ID).getValue()));
            var stored = whole.get(ArticleDocuments.revisionId(
                    article.fetched().id(), article.fetched().revision()));
            // a later revision was met with the packs of its own day
            if (stored != null && Documents.version(entry) == article.fetched().revision()) {
                renew(entry, stored, article, rewritten, marked);
            }
        }
        BulkWrites.write(revisions, rewritten);
        BulkWrites.write(entries, marked);
    }

    private static void renew(
            BsonDocument entry,
            BsonDocument stored,
            ClassifiedArticle article,
            List<WriteModel<BsonDocument>> rewritten,
            List<WriteModel<BsonDocument>> marked) {
        var asked = Objects.requireNonNull(article.detected().reclassify());
        var before = StoredJson.read(stored);
        var after = Renewal.of(before, asked, article).orElse(before);
        if (after != before) {
            rewritten.add(new UpdateOneModel<>(
                    eq(Fields.ID, stored.get(Fields.ID)), Updates.set(Fields.MESSAGE, StoredJson.of(after))));
        }
        var was = topics(entry);
        var is = topics(after);
        var effect = effect(asked, was.contains(asked.topic()), is.contains(asked.topic()), after != before);
        marked.add(new UpdateOneModel<>(
                and(eq(Fields.ID, entry.get(Fields.ID)), eq(Fields.VERSION, entry.get(Fields.VERSION))),
                Updates.combine(
                        Updates.set(
                                Fields.TOPICS,
                                new BsonArray(is.stream().map(BsonString::new).toList())),
                        Updates.set(
                                Fields.RENEWED,
                                new BsonDocument(JOB, new BsonString(asked.job()))
                                        .append(Fields.TOPIC, new BsonString(asked.topic()))
                                        .append(Fields.VERSION, new BsonInt32(asked.version()))
                                        .append(EFFECT, new BsonString(effect.name()))))));
    }

    private static Effect effect(Reclassify asked, boolean was, boolean is, boolean rewritten) {
        if (was != is) {
            return is ? Effect.ENTERED : Effect.LEFT;
        }
        return is && rewritten ? Effect.CHANGED : Effect.SAME;
    }

    private static List<String> topics(BsonDocument entry) {
        return entry.getArray(Fields.TOPICS).stream()
                .map(t -> t.asString().getValue())
                .toList();
    }

    private static List<String> topics(JsonNode article) {
        return StreamSupport.stream(article.path(Fields.TOPICS).spliterator(), false)
                .map(hit -> hit.path(Fields.TOPIC).asText())
                .toList();
    }

    private static List<Bson> span(@Nullable Instant from, Instant to, @Nullable Position after) {
        var filters = new ArrayList<Bson>();
        filters.add(lt(Fields.AT, Date.from(to)));
        if (from != null) {
            filters.add(gte(Fields.AT, Date.from(from)));
        }
        if (after != null) {
            var at = Date.from(after.at());
            filters.add(gte(Fields.AT, at));
            filters.add(or(gt(Fields.AT, at), gt(Fields.ID, after.id())));
        }
        return filters;
    }
}

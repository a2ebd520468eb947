package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import dev.tocsin.archive.query.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Goes through the archived articles of a span, oldest event time first. */
final class ArticleWalk {
    /** What a list knows of an article: its place, its revision, and the topics it belongs to. */
    record Step(Position position, long revision, List<String> topics) {
        String id() {
            return position.id();
        }
    }

    private static final Bson OLDEST_FIRST = Sorts.ascending(Fields.AT, Fields.ID);

    private final MongoCollection<BsonDocument> entries;
    private final MongoCollection<BsonDocument> revisions;

    ArticleWalk(MongoDatabase database) {
        entries = database.getCollection("articles", BsonDocument.class);
        revisions = database.getCollection("article_revisions", BsonDocument.class);
    }

    long count(@Nullable Instant from, Instant to) {
        return entries.countDocuments(and(span(from, to, null)));
    }

    /** The next ones after a place. */
    List<Step> next(@Nullable Instant from, Instant to, @Nullable Position after, int most) {
        return entries.find(and(span(from, to, after)))
                .sort(OLDEST_FIRST)
                .limit(most)
                .projection(include(Fields.AT, Fields.VERSION, Fields.TOPICS))
                .map(d -> new Step(Keyset.position(d), Documents.version(d), topics(d)))
                .into(new ArrayList<>());
    }

    /** The whole JSON of these, in their order, as far as they are still there. */
    List<ObjectNode> whole(Collection<Step> steps) {
        var ids = steps.stream().map(ArticleWalk::revisionId).toList();
        var found = new HashMap<String, ObjectNode>();
        revisions
                .find(in(Fields.ID, ids))
                .forEach(d -> found.put(
                        d.getString(Fields.ID).getValue(),
                        StoredJson.read(d)
                                .put(Fields.TEXT, d.getString(Fields.TEXT).getValue())));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static String revisionId(Step step) {
        return ArticleDocuments.revisionId(step.id(), step.revision());
    }

    private static List<String> topics(BsonDocument entry) {
        return entry.getArray(Fields.TOPICS).stream()
                .map(t -> t.asString().getValue())
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

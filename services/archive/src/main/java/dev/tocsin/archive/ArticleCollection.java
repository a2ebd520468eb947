package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import dev.tocsin.archive.query.ArticleQuery;
import dev.tocsin.archive.query.Position;
import dev.tocsin.archive.query.Slice;
import dev.tocsin.archive.view.ArticleView;
import dev.tocsin.contracts.ClassifiedArticle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The articles, in two collections. {@code articles} has one small entry for each article: its latest revision, and what
 * lists are filtered and sorted by. {@code article_revisions} has the articles whole, each revision for itself and never
 * changed: alerts quote them by offset. A list sorts entries and then fetches one page of revisions by id, so that sorting
 * stays cheap where it happens in memory, as in the embedded store.
 *
 * <p>A revision is written before its entry. After a crash between the two nobody sees it, until the message is delivered
 * again.
 */
final class ArticleCollection {
    private final VersionedCollection entries;
    private final MongoCollection<RawBsonDocument> written;
    private final MongoCollection<BsonDocument> revisions;

    ArticleCollection(MongoDatabase database) {
        entries = new VersionedCollection(database, "articles");
        written = database.getCollection("article_revisions", RawBsonDocument.class);
        revisions = written.withDocumentClass(BsonDocument.class);
    }

    void index() {
        var newest = descending(Fields.AT, Fields.ID);
        entries.index(
                newest,
                compoundIndex(Indexes.ascending(Fields.TOPICS), newest),
                compoundIndex(Indexes.ascending(Fields.LANGUAGE), newest),
                compoundIndex(Indexes.ascending(Fields.SOURCE), newest));
    }

    List<Rejection> save(List<ClassifiedArticle> batch) {
        var made = Documents.of(batch, a -> a.fetched().id(), ArticleDocuments::of, ArticleDocuments::higher);
        BulkWrites.write(
                written,
                made.byId().values().stream()
                        .map(a -> new InsertOneModel<>(a.whole()))
                        .toList());
        entries.change(made.byId().keySet(), include(Fields.VERSION), (id, stored) -> {
            var article = made.byId().get(id);
            return Documents.isNewer(article.revision(), stored) ? article.entry() : null;
        });
        return made.rejections();
    }

    Optional<ObjectNode> find(String id) {
        return entries.find(id)
                .map(entry -> revisions.find(eq(Fields.ID, revisionId(entry))).first())
                .map(ArticleCollection::whole);
    }

    long count(String topic) {
        return entries.documents().countDocuments(eq(Fields.TOPICS, topic));
    }

    long count() {
        return entries.documents().estimatedDocumentCount();
    }

    /** @param among the ids that the answer is limited to; null for no limit */
    Slice<ObjectNode> find(ArticleQuery query, @Nullable Collection<String> among) {
        var page = candidates(query, among, query.limit() + 1);
        return Slice.of(found(page), query.limit(), Found::position).map(Found::item);
    }

    private List<BsonDocument> candidates(ArticleQuery query, @Nullable Collection<String> among, int most) {
        var keyset = new Keyset()
                .equal(Fields.LANGUAGE, query.language())
                .equal(Fields.TOPICS, query.topic())
                .equal(Fields.SOURCE, query.source())
                .after(query.after());
        if (query.from() != null) {
            keyset.where(gte(Fields.AT, Date.from(query.from())));
        }
        if (query.to() != null) {
            keyset.where(lt(Fields.AT, Date.from(query.to())));
        }
        if (among != null) {
            keyset.where(in(Fields.ID, among));
        }
        return entries.documents()
                .find(keyset.filter())
                .sort(Keyset.NEWEST_FIRST)
                .limit(most)
                .projection(include(Fields.AT, Fields.VERSION))
                .into(new ArrayList<>());
    }

    /** Of these entries the articles, in their order. */
    private List<Found> found(List<BsonDocument> candidates) {
        Map<String, ObjectNode> items = new HashMap<>();
        var ids = candidates.stream().map(ArticleCollection::revisionId).toList();
        for (var document : revisions.find(in(Fields.ID, ids)).projection(exclude(Fields.TEXT))) {
            var excerpt = document.getString(Fields.EXCERPT).getValue();
            items.put(document.getString(Fields.ID).getValue(), ArticleView.item(StoredJson.read(document), excerpt));
        }
        var found = new ArrayList<Found>();
        for (var candidate : candidates) {
            var item = items.get(revisionId(candidate));
            if (item != null) {
                found.add(new Found(Keyset.position(candidate), item));
            }
        }
        return found;
    }

    private static String revisionId(BsonDocument entry) {
        return ArticleDocuments.revisionId(entry.getString(Fields.ID).getValue(), Documents.version(entry));
    }

    private static ObjectNode whole(BsonDocument document) {
        return StoredJson.read(document).put(Fields.TEXT, text(document));
    }

    private static String text(BsonDocument document) {
        return document.getString(Fields.TEXT).getValue();
    }

    private record Found(Position position, ObjectNode item) {}
}

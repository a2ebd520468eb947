package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.regex;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import dev.tocsin.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** Takes things out of the archive's collections. */
final class Removals {
    /** Revisions whose ids are counted out; beyond, a range of ids is walked through. */
    private static final int FEW = 50;

    private static final int ROUNDS = 5;
    private static final List<String> OF_STORIES = List.of("alerts", "verdicts");

    private final MongoDatabase database;
    private final MongoCollection<BsonDocument> entries;
    private final MongoCollection<BsonDocument> revisions;

    Removals(MongoDatabase database) {
        this.database = database;
        entries = documents("articles");
        revisions = documents("article_revisions");
    }

    /** Deletes articles with all their revisions; the entries last, so that what broke off is found again. */
    void delete(Collection<ArticleWalk.Step> steps) {
        var ids = new ArrayList<String>();
        for (var step : steps) {
            if (step.revision() > FEW) {
                revisions.deleteMany(revisionsOf(step.id()));
            } else {
                LongStream.rangeClosed(1, step.revision())
                        .forEach(revision -> ids.add(ArticleDocuments.revisionId(step.id(), revision)));
            }
        }
        revisions.deleteMany(in(Fields.ID, ids));
        entries.deleteMany(
                in(Fields.ID, steps.stream().map(ArticleWalk.Step::id).toList()));
    }

    /** Deletes an article, whatever there is of it; how many revisions that were. */
    long delete(String article) {
        long deleted = revisions.deleteMany(revisionsOf(article)).getDeletedCount();
        entries.deleteOne(eq(Fields.ID, article));
        return deleted;
    }

    boolean has(String article) {
        return entries.find(eq(Fields.ID, article)).first() != null;
    }

    /** The titles of all revisions of an article. */
    Set<String> titles(String article) {
        var titles = new HashSet<String>();
        for (var revision : revisions.find(revisionsOf(article))) {
            var title = StoredJson.read(revision).path("title").textValue();
            if (title != null) {
                titles.add(title);
            }
        }
        return titles;
    }

    /** Deletes stories with their alerts and what was decided on them. */
    void deleteStories(Collection<String> stories) {
        for (var name : OF_STORIES) {
            documents(name).deleteMany(in(Fields.STORY, stories));
        }
        documents("alert_heads").deleteMany(in(Fields.ID, stories));
        documents("stories").deleteMany(in(Fields.ID, stories));
    }

    /**
     * Changes what was made of an article, in a collection whose messages name it.
     *
     * @param change the message; whether it changed
     * @return how many documents did
     */
    long redact(String collection, String article, Predicate<ObjectNode> change) {
        long changed = 0;
        // as JSON writes it; ids of ours are hexadecimal, but whoever pushes articles may choose others
        var named = regex(Fields.MESSAGE, Pattern.quote(new String(Json.write(article), StandardCharsets.UTF_8)));
        var ids = StreamSupport.stream(documents(collection).find(named).spliterator(), false)
                .map(d -> d.getString(Fields.ID).getValue())
                .toList();
        for (var id : ids) {
            changed += redactOne(documents(collection), id, change) ? 1 : 0;
        }
        return changed;
    }

    private static boolean redactOne(MongoCollection<BsonDocument> documents, String id, Predicate<ObjectNode> change) {
        for (int round = 0; round < ROUNDS; round++) {
            var stored = documents.find(eq(Fields.ID, id)).first();
            if (stored == null) {
                return false;
            }
            var message = StoredJson.read(stored);
            if (!change.test(message)) {
                return false;
            }
            Bson same = stored.containsKey(Fields.VERSION)
                    ? and(eq(Fields.ID, id), eq(Fields.VERSION, stored.get(Fields.VERSION)))
                    : eq(Fields.ID, id);
            var written = documents.updateOne(same, Updates.set(Fields.MESSAGE, StoredJson.of(message)));
            if (written.getMatchedCount() > 0) {
                return true;
            }
        }
        throw new MongoException("the document " + id + " changes faster than it can be written");
    }

    private MongoCollection<BsonDocument> documents(String name) {
        return database.getCollection(name, BsonDocument.class);
    }

    private static Bson revisionsOf(String article) {
        var begin = ArticleDocuments.revisionId(article, 0);
        var prefix = begin.substring(0, begin.length() - 1);
        // the character after the digits
        return and(gte(Fields.ID, prefix + "0"), lt(Fields.ID, prefix + ":"));
    }
}

package dev.tocsin.archive;

import dev.tocsin.archive.view.Excerpt;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.DetectedArticle;
import java.util.Locale;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/**
 * An article as it is stored.
 *
 * @param entry the document of {@code articles}: what lists filter and sort by
 * @param whole the document of {@code article_revisions}, its text apart from the rest, which lists can do without
 */
record ArticleDocuments(int revision, RawBsonDocument entry, RawBsonDocument whole) {

    static ArticleDocuments of(ClassifiedArticle article) {
        var fetched = article.fetched();
        var whole = new BsonDocument(Fields.ID, new BsonString(revisionId(fetched.id(), fetched.revision())))
                .append(Fields.EXCERPT, Documents.text(Excerpt.of(fetched.text(), fetched.summary())))
                .append(Fields.TEXT, Documents.text(fetched.text()))
                .append(Fields.MESSAGE, StoredJson.of(withoutText(article)));
        var entry = Documents.versioned(fetched.id(), fetched.revision())
                .append(Fields.AT, Documents.date(fetched.eventTime()))
                .append(Fields.LANGUAGE, language(article))
                .append(Fields.SOURCE, new BsonString(fetched.source().id()))
                .append(Fields.TOPICS, topics(article));
        return new ArticleDocuments(fetched.revision(), Documents.encode(entry), Documents.encode(whole));
    }

    private static ClassifiedArticle withoutText(ClassifiedArticle article) {
        var detected = article.detected();
        var fetched = detected.article();
        return new ClassifiedArticle(
                new DetectedArticle(
                        fetched.withWords(fetched.title(), "", fetched.summary()),
                        detected.language(),
                        detected.reclassify()),
                article.classifiedAt(),
                article.topics(),
                article.actors(),
                article.places(),
                article.claims(),
                article.reactions(),
                article.fingerprint(),
                article.signature());
    }

    /** The id of a revision's document. */
    static String revisionId(String article, long revision) {
        return article + "@" + revision;
    }

    /** The one of the higher revision; this one where they are equal. */
    ArticleDocuments higher(ArticleDocuments later) {
        return later.revision > revision ? later : this;
    }

    private static BsonString language(ClassifiedArticle article) {
        return new BsonString(article.detected().language().tag().toLowerCase(Locale.ROOT));
    }

    private static BsonArray topics(ClassifiedArticle article) {
        return new BsonArray(
                article.topics().stream().map(t -> new BsonString(t.topic())).toList());
    }
}

package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAccess;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedState;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.FullText;
import dev.tocsin.ingest.feeds.Moved;
import dev.tocsin.ingest.feeds.SourceOverride;
import dev.tocsin.ingest.feeds.Validators;
import dev.tocsin.ingest.feeds.Why;
import dev.tocsin.ingest.polite.HostKey;
import dev.tocsin.ingest.polite.Share;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A feed as MongoDB keeps it. {@code settings} and {@code status} are documents of their own, so that people and polls
 * write side by side without reading each other's half. {@code turn}, {@code host} and {@code slot} are {@link FeedClaims}'.
 */
final class FeedDocument {
    private FeedDocument() {}

    static Document of(Feed feed) {
        var host = HostKey.of(feed.address().uri());
        return new Document("_id", feed.id())
                .append("url", feed.address().uri().toString())
                .append("createdAt", Date.from(feed.createdAt()))
                .append("turn", Turn.first(feed.id()))
                .append("host", host)
                .append("slot", Share.slot(host))
                .append("settings", of(feed.settings()))
                .append("status", of(feed.status()));
    }

    static Document of(FeedSettings settings) {
        var source = settings.source();
        return new Document("title", settings.title())
                .append(
                        "intervalSeconds",
                        settings.interval() == null ? null : settings.interval().toSeconds())
                .append(
                        "source",
                        new Document("id", source.id())
                                .append("name", source.name())
                                .append("country", source.country())
                                .append("reliability", source.reliability()))
                .append("paused", settings.paused())
                .append("configured", settings.configured())
                .append("tags", settings.tags())
                .append("language", settings.language())
                .append("fullText", settings.fullText().label())
                .append("access", of(settings.access()));
    }

    private static Document of(FeedAccess access) {
        return new Document("headers", new Document(Map.copyOf(access.headers())))
                .append("user", access.user())
                .append("password", access.password())
                .append("cookies", access.cookies())
                .append("proxy", access.proxy());
    }

    static Document of(FeedStatus status) {
        return new Document("state", status.state().label())
                .append("reason", status.reason())
                .append("reasonCode", status.why() == null ? null : status.why().code())
                .append("failures", status.failures())
                .append("declaredTitle", status.declaredTitle())
                .append("lastTry", date(status.lastTry()))
                .append("lastWhole", date(status.lastWhole()))
                .append("lastNewArticle", date(status.lastNewArticle()))
                .append("nextTry", Date.from(status.nextTry()))
                .append("etag", status.validators().etag())
                .append("lastModified", status.validators().lastModified())
                .append("articles", status.articles())
                .append("pace", PaceDocument.of(status.pace()))
                .append(
                        "movedTo",
                        status.moved().to() == null ? null : status.moved().to().toString())
                .append("movedSeen", status.moved().seen());
    }

    static Feed read(Document feed) {
        return new Feed(
                new FeedAddress(URI.create(feed.getString("url"))),
                settings(feed.get("settings", Document.class)),
                status(feed.get("status", Document.class)),
                feed.getDate("createdAt").toInstant());
    }

    static FeedSettings settings(Document d) {
        var source = d.get("source", Document.class);
        var seconds = d.get("intervalSeconds", Number.class);
        return new FeedSettings(
                d.getString("title"),
                seconds == null ? null : Duration.ofSeconds(seconds.longValue()),
                new SourceOverride(
                        source.getString("id"),
                        source.getString("name"),
                        source.getString("country"),
                        source.getString("reliability")),
                d.getBoolean("paused", false),
                d.getBoolean("configured", false),
                d.getList("tags", String.class, List.of()),
                d.getString("language"),
                FullText.ofLabel(d.get("fullText", FullText.AUTO.label())),
                access(d.get("access", new Document())));
    }

    private static FeedAccess access(Document d) {
        var headers = new LinkedHashMap<String, String>();
        d.get("headers", new Document()).forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return new FeedAccess(
                headers, d.getString("user"), d.getString("password"), d.getString("cookies"), d.getString("proxy"));
    }

    private static FeedStatus status(Document d) {
        return new FeedStatus(
                FeedState.ofLabel(d.getString("state")),
                why(d),
                d.get("failures", Number.class).intValue(),
                d.getString("declaredTitle"),
                instant(d, "lastTry"),
                instant(d, "lastWhole"),
                instant(d, "lastNewArticle"),
                d.getDate("nextTry").toInstant(),
                new Validators(d.getString("etag"), d.getString("lastModified")),
                d.get("articles", Number.class).longValue(),
                PaceDocument.read(d.get("pace", new Document())),
                moved(d));
    }

    /** What an earlier version wrote has no code. */
    private static @Nullable Why why(Document d) {
        var reason = d.getString("reason");
        return reason == null ? null : new Why(d.get("reasonCode", ""), reason);
    }

    private static Moved moved(Document d) {
        var to = d.getString("movedTo");
        return to == null ? Moved.NOWHERE : new Moved(URI.create(to), d.getInteger("movedSeen", 0));
    }

    private static @Nullable Date date(@Nullable Instant at) {
        return at == null ? null : Date.from(at);
    }

    private static @Nullable Instant instant(Document d, String key) {
        var date = d.getDate(key);
        return date == null ? null : date.toInstant();
    }
}

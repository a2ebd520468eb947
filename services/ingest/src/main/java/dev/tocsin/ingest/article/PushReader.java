package dev.tocsin.ingest.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.Source;
import dev.tocsin.ingest.article.Push.Readable;
import dev.tocsin.ingest.article.Push.Refused;
import dev.tocsin.ingest.feeds.SourceOverride;
import dev.tocsin.ingest.parse.Markup;
import dev.tocsin.ingest.publish.ArticleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads pushed JSON strictly: a key that we do not know is a typing error that would lose something. */
public final class PushReader {
    private static final ObjectReader STRICT = Json.mapper()
            .readerFor(PushedArticle.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final String NO_SOURCE = "pushed";

    private final Limits limits;

    public PushReader(Limits limits) {
        this.limits = limits;
    }

    /** {@link #read(JsonNode, Instant, String)} of an element that nothing but itself names. */
    public Push read(JsonNode json, Instant now) {
        return read(json, now, null);
    }

    /**
     * @param key what the caller calls the element (its {@code Idempotency-Key}); it is the external id of one that has
     *     neither address nor id
     */
    public Push read(JsonNode json, Instant now, @Nullable String key) {
        if (!json.isObject()) {
            return new Refused("is no JSON object");
        }
        try {
            PushedArticle pushed = STRICT.readValue(json);
            return new Readable(article(pushed, now, key));
        } catch (UnrecognizedPropertyException e) {
            return new Refused("'" + path(e.getPath()) + "' is no key of an article; there are "
                    + e.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        } catch (ValueInstantiationException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            return new Refused(String.valueOf(cause.getMessage()));
        } catch (JsonMappingException e) {
            return new Refused("'" + path(e.getPath()) + "' holds what it should not: " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            return new Refused(e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }

    private FetchedArticle article(PushedArticle pushed, Instant now, @Nullable String key) {
        var url = url(pushed.url());
        var canonical = url == null ? null : CanonicalUrl.of(url).orElse(null);
        var title = pushed.title() == null
                ? null
                : Text.line(PlainText.of(new Markup(pushed.title(), true), Limits.TITLE), Limits.TITLE);
        var text = text(pushed);
        if (title == null && text.isEmpty()) {
            throw new IllegalArgumentException("it has no words: give 'title', 'text' or 'html'");
        }
        var guid = Text.line(pushed.externalId() == null && url == null ? key : pushed.externalId(), Limits.GUID);
        var source = source(pushed.source(), url);
        var naming = canonical != null && CanonicalUrl.namesOnePage(canonical) ? canonical : null;
        return new FetchedArticle(
                ArticleId.of(naming, "source:" + source.id(), guid, title, text),
                1,
                url,
                canonical,
                guid,
                title,
                text,
                null,
                Text.line(pushed.author(), Limits.NAME),
                published(pushed.publishedAt(), now),
                now,
                pushed.replay(),
                null,
                source,
                Origin.UNKNOWN,
                List.of(),
                language(pushed.language()));
    }

    private String text(PushedArticle pushed) {
        if (pushed.text() != null && pushed.html() != null) {
            throw new IllegalArgumentException("'text' and 'html' are both there: give one of them");
        }
        if (pushed.html() != null) {
            return PlainText.of(new Markup(pushed.html(), true), limits.text());
        }
        return pushed.text() == null ? "" : PlainText.of(new Markup(pushed.text(), false), limits.text());
    }

    private static @Nullable String url(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        return CanonicalUrl.absolute(given, null)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'url' is '" + Text.capped(given, Limits.NAME) + "', expected an http or https address"));
    }

    private static @Nullable Instant published(@Nullable Instant claimed, Instant now) {
        if (claimed == null) {
            return null;
        }
        return PlausibleDate.of(claimed, now)
                .orElseThrow(() -> new IllegalArgumentException("'publishedAt' is " + claimed
                        + ", expected a date of 1900 or later and at most a day ahead; leave it out when unknown"));
    }

    private static @Nullable String language(@Nullable String declared) {
        if (declared == null || declared.isBlank()) {
            return null;
        }
        return LanguageTag.of(declared)
                .orElseThrow(() -> new IllegalArgumentException("'language' is '" + Text.capped(declared, Limits.NAME)
                        + "', expected a BCP 47 tag such as en or sr-Latn"));
    }

    private static Source source(@Nullable SourceOverride given, @Nullable String url) {
        var id = CanonicalUrl.host(url).orElse(NO_SOURCE);
        var known = given == null ? SourceOverride.NONE : given;
        // A source that has an id and no name is called by its id.
        var base = known.id() == null ? id : known.id();
        return known.over(new Source(base, base, null, null));
    }

    private static String path(List<JsonMappingException.Reference> path) {
        return path.stream().map(JsonMappingException.Reference::getFieldName).collect(Collectors.joining("."));
    }
}

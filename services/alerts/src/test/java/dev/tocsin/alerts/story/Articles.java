package dev.tocsin.alerts.story;

import dev.tocsin.contracts.Actor;
import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.Claim;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.DetectedLanguage;
import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.Place;
import dev.tocsin.contracts.Reaction;
import dev.tocsin.contracts.Source;
import dev.tocsin.contracts.TopicHit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Articles for tests, all invented: a published text on a topic unless the test says otherwise. Each change is a copy. */
public final class Articles implements Cloneable {
    public static final Instant MORNING = Instant.parse("2022-01-06T08:00:00Z");
    public static final String TOPIC = "protests";

    private String id;
    private int revision = 1;
    private @Nullable String title;
    private String text = "Nothing is told here.";
    private String language = "en";
    private @Nullable Instant published = MORNING;
    private Instant fetched = MORNING.plusSeconds(60);
    private String source = "herald.example";
    private @Nullable String reliability;
    private boolean replay;
    private @Nullable Integer exercise;
    private @Nullable String fingerprint;
    private List<String> signature = List.of();
    private Origin origin = Origin.UNKNOWN;
    private List<String> topics = List.of(TOPIC);
    private List<Claim> claims = List.of();
    private List<Reaction> reactions = List.of();
    private List<Actor> actors = List.of();
    private List<ArticleChange> changed = List.of();
    private @Nullable String signal;

    private Articles(String id) {
        this.id = id;
    }

    public static Articles article(String id) {
        return new Articles(id);
    }

    private Articles with(Consumer<Articles> change) {
        try {
            var copy = (Articles) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** The same under another id. */
    public Articles as(String other) {
        return with(a -> a.id = other);
    }

    public Articles titled(@Nullable String other) {
        return with(a -> a.title = other);
    }

    public Articles saying(String other) {
        return with(a -> a.text = other);
    }

    public Articles in(String other) {
        return with(a -> a.language = other);
    }

    public Articles from(String other) {
        return with(a -> a.source = other);
    }

    public Articles graded(String other) {
        return with(a -> a.reliability = other);
    }

    public Articles revised(int other) {
        return with(a -> a.revision = other);
    }

    public Articles vanished() {
        return with(a -> a.changed = List.of(new ArticleChange(ArticleChange.VANISHED, null, "404")));
    }

    public Articles withOrigin(Origin other) {
        return with(a -> a.origin = other);
    }

    public Articles withFingerprint(String other) {
        return with(a -> a.fingerprint = other);
    }

    public Articles withSignature(List<String> other) {
        return with(a -> a.signature = other);
    }

    public Articles on(String... others) {
        return with(a -> a.topics = List.of(others));
    }

    /** With a figure of killed people, as classify finds it. */
    public Articles counting(long killed, String scope, @Nullable String attributedTo, String certainty) {
        return with(a -> a.claims = append(
                a.claims,
                new Claim("killed", killed, killed, scope, attributedTo, certainty, null, killed + " killed", 0, 1)));
    }

    /** With a denial of a figure of killed people. */
    public Articles denying(long killed, String by) {
        return with(a -> a.claims = append(
                a.claims,
                new Claim(
                        "killed",
                        killed,
                        killed,
                        "unspecified",
                        null,
                        "denied",
                        null,
                        killed + " killed",
                        0,
                        1,
                        false,
                        false,
                        by)));
    }

    public Articles telling(String actor, String stance) {
        return with(a ->
                a.reactions = append(a.reactions, new Reaction(actor, stance, null, null, actor + " " + stance, 0, 1)));
    }

    public Articles naming(Actor actor) {
        return with(a -> a.actors = append(a.actors, actor));
    }

    public Articles changed(String kind) {
        return with(a -> a.changed = append(a.changed, new ArticleChange(kind, null, null)));
    }

    /** With another signal of the topic's pack, on its first words. */
    public Articles firing(String other) {
        return with(a -> a.signal = other);
    }

    private static <T> List<T> append(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    public Articles replayed() {
        return with(a -> a.replay = true);
    }

    /** The same of a further play, where it is another article. */
    public Articles inPlay(int number) {
        return replayed().as(id + "-" + number).with(a -> a.exercise = number);
    }

    /** Published that long after the morning, and fetched a minute later. */
    public Articles after(Duration time) {
        return at(MORNING.plus(time), MORNING.plus(time).plusSeconds(60));
    }

    public Articles at(@Nullable Instant publishedAt, Instant fetchedAt) {
        return with(a -> {
            a.published = publishedAt;
            a.fetched = fetchedAt;
        });
    }

    public String id() {
        return id;
    }

    public int revision() {
        return revision;
    }

    public @Nullable String title() {
        return title;
    }

    public String text() {
        return text;
    }

    public Instant fetched() {
        return fetched;
    }

    public ClassifiedArticle classified() {
        var article = new FetchedArticle(
                id,
                revision,
                "https://" + source + "/" + id,
                null,
                null,
                title,
                text,
                null,
                null,
                published,
                fetched,
                replay,
                "feed-1",
                new Source(
                        source,
                        source.substring(0, 1).toUpperCase() + source.substring(1, source.indexOf('.')),
                        null,
                        reliability),
                origin,
                List.of(),
                null,
                changed,
                exercise);
        return new ClassifiedArticle(
                new DetectedArticle(article, new DetectedLanguage(language, 0.99, null)),
                fetched.plusSeconds(1),
                topics.stream().map(t -> new TopicHit(t, 3, 0.8, evidence())).toList(),
                actors,
                places(),
                claims,
                reactions,
                fingerprint,
                signature);
    }

    public Sighting sighting() {
        var article = classified();
        return new Sighting(article, article.topics().getFirst(), Sighting.clock(article.fetched(), fetched));
    }

    /** The word "protest" wherever it stands, as the pack of the topic would have found it. */
    private List<Evidence> evidence() {
        var found = new ArrayList<Evidence>();
        for (var field : Field.values()) {
            var where = field == Field.TEXT ? text : title == null ? "" : title;
            for (int at = where.indexOf("protest"); at >= 0; at = where.indexOf("protest", at + 1)) {
                found.add(new Evidence("street", field, at, at + "protest".length(), "protest*"));
            }
        }
        if (signal != null) {
            found.add(new Evidence(signal, Field.TEXT, 0, 1, signal));
        }
        return found;
    }

    /** A place where the text names the invented town of Veltrova. */
    private List<Place> places() {
        int at = text.indexOf("Veltrova");
        return at < 0 ? List.of() : List.of(new Place("veltrova", "Veltrova", null, null, null, at, at + 8));
    }
}

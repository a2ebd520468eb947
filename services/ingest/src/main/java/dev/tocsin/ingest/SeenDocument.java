package dev.tocsin.ingest;

import dev.tocsin.ingest.edit.Wording;
import dev.tocsin.ingest.publish.Edits;
import dev.tocsin.ingest.publish.Mark;
import dev.tocsin.ingest.publish.Place;
import dev.tocsin.ingest.publish.Seen;
import dev.tocsin.ingest.publish.Sighting;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A document of {@code seen}: {@code {_id, revision, at, by, url, title, w, place, also, edits, next}}, the last three
 * where there is something to say; or {@code {_id, is}} where it is an alias of another. Names and values are short, for
 * there is one of each article.
 */
final class SeenDocument {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_URL = 2_048;

    private SeenDocument() {}

    static Document of(Seen seen) {
        var first = seen.sightings().getFirst();
        return new Document("_id", seen.id())
                .append("revision", seen.revision())
                .append("at", Date.from(seen.at()))
                .append("by", seen.giver())
                .append("url", cut(first.url(), LONGEST_URL))
                .append("title", cut(seen.title(), LONGEST_TITLE))
                .append("w", seen.wording() == null ? null : wording(seen.wording()))
                .append("place", place(seen.place()));
    }

    static Document of(Mark.Alias alias) {
        return new Document("_id", alias.id()).append("is", alias.of());
    }

    /** The id that a document is an alias of; null where it is an article's own. */
    static @Nullable String aliasOf(Document d) {
        return d.getString("is");
    }

    /** What changes a document as a mark says; {@link Mark.First} and {@link Mark.Alias} are documents, not changes. */
    static Document update(Mark mark) {
        return switch (mark) {
            case Mark.First _, Mark.Alias _ ->
                throw new IllegalArgumentException("an article's first mark is inserted");
            case Mark.Sighted(var id, var sighting) -> new Document("$push", new Document("also", sighting(sighting)));
            case Mark.Held(var id, var words) -> set(new Document("edits.held", words));
            case Mark.Pending(var id, var next) ->
                set(new Document(
                        "next",
                        new Document("revision", next.revision())
                                .append("key", next.key())
                                .append("finding", next.finding())));
            case Mark.Adopted(var id, var giver, var title, var wording, var sighting) ->
                set(new Document("by", giver)
                        .append("url", cut(sighting.url(), LONGEST_URL))
                        .append("title", cut(title, LONGEST_TITLE))
                        .append("w", wording(wording)));
            case Mark.Revised revised -> revised(revised);
        };
    }

    static Seen read(Document d) {
        var at = d.getDate("at").toInstant();
        var by = d.getString("by");
        var sightings = new ArrayList<Sighting>();
        if (by != null) {
            sightings.add(new Sighting(by, d.getString("url"), at));
        }
        d.getList("also", Document.class, List.of())
                .forEach(s -> sightings.add(new Sighting(
                        s.getString("by"), s.getString("url"), s.getDate("at").toInstant())));
        return new Seen(
                d.getString("_id"),
                d.getInteger("revision", 1),
                at,
                by,
                d.getString("title"),
                wording(d.get("w", Document.class)),
                edits(d.get("edits", Document.class)),
                pending(d.get("next", Document.class)),
                place(d.get("place", Document.class)),
                List.copyOf(sightings));
    }

    private static Document revised(Mark.Revised revised) {
        var edits = revised.edits();
        var changes = new Document("revision", revised.revision())
                .append("place", place(revised.place()))
                .append(
                        "edits",
                        new Document("day", edits.day())
                                .append("today", edits.today())
                                .append("past", edits.past())
                                .append("held", edits.held()));
        if (revised.wording() != null) {
            changes.append("title", cut(revised.title(), LONGEST_TITLE)).append("w", wording(revised.wording()));
        }
        return set(changes).append("$unset", new Document("next", ""));
    }

    private static Document set(Document changes) {
        return new Document("$set", changes);
    }

    private static Document sighting(Sighting sighting) {
        return new Document("by", sighting.by())
                .append("url", cut(sighting.url(), LONGEST_URL))
                .append("at", Date.from(sighting.at()));
    }

    static Document wording(Wording w) {
        return new Document("h", w.words())
                .append("t", w.title())
                .append("s", w.sketch())
                .append("n", w.length())
                .append("f", w.figures());
    }

    static @Nullable Wording wording(@Nullable Document d) {
        return d == null
                ? null
                : new Wording(
                        d.getLong("h"),
                        d.getLong("t"),
                        d.getLong("s"),
                        d.getInteger("n", 0),
                        Objects.requireNonNullElse(d.getString("f"), ""));
    }

    private static Edits edits(@Nullable Document d) {
        return d == null
                ? Edits.NONE
                : new Edits(
                        d.get("day", 0L),
                        d.getInteger("today", 0),
                        d.getList("past", Long.class, List.of()),
                        d.getLong("held"));
    }

    private static Seen.@Nullable Pending pending(@Nullable Document d) {
        return d == null
                ? null
                : new Seen.Pending(d.getInteger("revision"), d.getLong("key"), d.getBoolean("finding", false));
    }

    private static @Nullable Document place(@Nullable Place place) {
        return place == null ? null : new Document("p", place.partition()).append("o", place.offset());
    }

    private static @Nullable Place place(@Nullable Document d) {
        return d == null ? null : new Place(d.getInteger("p"), d.getLong("o"));
    }

    private static @Nullable String cut(@Nullable String value, int most) {
        return value == null || value.length() <= most ? value : value.substring(0, most);
    }
}

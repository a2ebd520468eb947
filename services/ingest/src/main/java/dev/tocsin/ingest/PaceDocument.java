package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Hints;
import dev.tocsin.ingest.feeds.ItemSketch;
import dev.tocsin.ingest.feeds.Pace;
import dev.tocsin.ingest.feeds.Rhythm;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** A feed's pace as MongoDB keeps it; what it does not know is not written, for there are many feeds. */
final class PaceDocument {
    private PaceDocument() {}

    static Document of(Pace pace) {
        var document = new Document("items", pace.items())
                .append("haste", pace.haste())
                .append("gaps", pace.gaps())
                .append("sketch", new Binary(bytes(pace.sketch())));
        put(document, "usualMillis", pace.rhythm().usual());
        put(document, "newest", pace.rhythm().newest());
        put(document, "lastGap", pace.lastGap());
        var hints = pace.hints();
        put(document, "ttlMillis", hints.ttl());
        put(document, "updatePeriodMillis", hints.updatePeriod());
        put(document, "freshMillis", hints.fresh());
        if (!hints.skipHours().isEmpty()) {
            document.append("skipHours", hints.skipHours().stream().sorted().toList());
        }
        if (!hints.skipDays().isEmpty()) {
            document.append(
                    "skipDays",
                    hints.skipDays().stream().sorted().map(DayOfWeek::getValue).toList());
        }
        return document;
    }

    static Pace read(Document d) {
        return new Pace(
                new Rhythm(duration(d, "usualMillis"), instant(d, "newest")),
                new Hints(
                        duration(d, "ttlMillis"),
                        duration(d, "updatePeriodMillis"),
                        new HashSet<>(d.getList("skipHours", Integer.class, List.of())),
                        days(d),
                        duration(d, "freshMillis")),
                d.getInteger("items", 0),
                sketch(d),
                d.getInteger("haste", 0),
                d.get("gaps", Number.class) == null
                        ? 0
                        : d.get("gaps", Number.class).longValue(),
                instant(d, "lastGap"));
    }

    private static byte[] bytes(ItemSketch sketch) {
        var bytes = ByteBuffer.allocate(sketch.hashes().size() * Integer.BYTES);
        sketch.hashes().forEach(bytes::putInt);
        return bytes.array();
    }

    private static ItemSketch sketch(Document d) {
        return Optional.ofNullable(d.get("sketch", Binary.class))
                .map(binary -> ByteBuffer.wrap(binary.getData()).asIntBuffer())
                .map(ints -> new ItemSketch(
                        IntStream.range(0, ints.limit()).map(ints::get).boxed().toList()))
                .orElse(ItemSketch.NONE);
    }

    private static Set<DayOfWeek> days(Document d) {
        return d.getList("skipDays", Integer.class, List.of()).stream()
                .map(DayOfWeek::of)
                .collect(Collectors.toSet());
    }

    private static void put(Document document, String key, @Nullable Duration value) {
        if (value != null) {
            document.append(key, value.toMillis());
        }
    }

    private static void put(Document document, String key, @Nullable Instant value) {
        if (value != null) {
            document.append(key, Date.from(value));
        }
    }

    private static @Nullable Duration duration(Document d, String key) {
        var millis = d.get(key, Number.class);
        return millis == null ? null : Duration.ofMillis(millis.longValue());
    }

    private static @Nullable Instant instant(Document d, String key) {
        var date = d.getDate(key);
        return date == null ? null : date.toInstant();
    }
}

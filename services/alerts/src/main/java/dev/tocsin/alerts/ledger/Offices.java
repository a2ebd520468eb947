package dev.tocsin.alerts.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The offices that speak for a state, and how languages write them: {@code offices.txt}. */
final class Offices {
    private static final List<Office> ALL = read();

    private Offices() {}

    /**
     * An office.
     *
     * @param personal the person who holds it speaks, rather than the office
     */
    record Office(String id, String name, boolean personal, List<List<String>> ways) {
        /** Who gives way to the person that is named. */
        boolean isWeak() {
            return personal || isNobody();
        }

        /** Words that name nobody, such as "sources". */
        boolean isNobody() {
            return id.equals("nobody");
        }

        private boolean isNamedIn(List<String> words) {
            return ways.stream().anyMatch(way -> way.stream().allMatch(part -> stands(part, words)));
        }

        private static boolean stands(String part, List<String> words) {
            return part.startsWith("=")
                    ? words.contains(part.substring(1))
                    : words.stream().anyMatch(word -> word.startsWith(part));
        }
    }

    /** The office that the words name, the narrowest one. */
    static Optional<Office> in(List<String> words) {
        return ALL.stream().filter(office -> office.isNamedIn(words)).findFirst();
    }

    private static List<Office> read() {
        try (var in = Objects.requireNonNull(Offices.class.getResourceAsStream("offices.txt"), "offices.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Offices::office)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Office office(String line) {
        var parts = Stream.of(line.split("\\|")).map(String::strip).toList();
        var ways = new ArrayList<List<String>>();
        for (var way : parts.getLast().split(";")) {
            ways.add(Stream.of(way.strip().split(" ")).map(Offices::part).toList());
        }
        return new Office(parts.get(0), parts.get(1), parts.contains("personal"), ways);
    }

    private static String part(String written) {
        boolean whole = written.startsWith("=");
        return (whole ? "=" : "") + String.join("", Folded.words(written));
    }
}

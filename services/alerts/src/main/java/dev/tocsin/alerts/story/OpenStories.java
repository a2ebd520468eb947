package dev.tocsin.alerts.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The open stories of one lane: what each article is compared with, and which of them have a word or sign (an inverted
 * index). The rest of a story stays on the shelf. Lives in memory and is rebuilt from the store; nothing is decided here.
 */
public final class OpenStories {
    /** Where whole stories are kept. */
    @FunctionalInterface
    public interface Shelf {
        /** The story of that id, which was put among the open ones. */
        StoryState story(String id);
    }

    /** What is held of a story in memory. */
    record Entry(String id, boolean dated, Instant firstSeen, Instant lastSeen, Instant active, Profile profile) {}

    /** Signs are indexed as the words of no language. */
    private static final String SIGNS = "";

    /** As many of an article's rarest words, and of its rarest signs, lead to candidates. */
    private static final int RAREST = 24;

    /** Who promises less than this part of the best is not looked at. */
    private static final double PROMISING = 0.25;

    private final Shelf shelf;
    private final Map<String, Entry> byId = new HashMap<>();
    private final SortedSet<Entry> byActivity =
            new TreeSet<>(Comparator.comparing(Entry::active).thenComparing(Entry::id));
    private final Map<String, Map<String, List<String>>> having = new HashMap<>();
    /** Each word once, because stories share most of theirs. */
    private final Map<String, String> held = new HashMap<>();

    private Instant clock = Instant.MIN;

    public OpenStories(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Takes in a story, in the place of its earlier revision if there is one. */
    public void put(StoryState state) {
        var profile = state.profile().sharing(term -> held.computeIfAbsent(term, t -> t));
        var story = state.story();
        var entry =
                new Entry(story.id(), state.isDated(), story.firstSeen(), story.lastSeen(), state.active(), profile);
        var before = byId.put(entry.id(), entry);
        if (before != null) {
            byActivity.remove(before);
        }
        byActivity.add(entry);
        index(before == null ? Profile.EMPTY : before.profile(), profile, entry.id());
        clock = entry.active().isAfter(clock) ? entry.active() : clock;
    }

    /** Forgets a story; one that is not there is forgotten already. */
    public void remove(String story) {
        var before = byId.remove(story);
        if (before != null) {
            byActivity.remove(before);
            index(before.profile(), Profile.EMPTY, story);
        }
    }

    /** The story, from its shelf, if it is open. */
    public Optional<StoryState> get(String story) {
        return byId.containsKey(story) ? Optional.of(shelf.story(story)) : Optional.empty();
    }

    public int size() {
        return byId.size();
    }

    /** The one that no article came to for longest is the first. */
    Iterable<Entry> quietestFirst() {
        return byActivity;
    }

    /** Stream time of the lane: that of its latest article; {@link Instant#MIN} before the first. */
    public Instant clock() {
        return clock;
    }

    /** The stories that share the rarest, heaviest words and signs with an article, most promising first. */
    List<Entry> candidates(String language, Map<String, Double> words, Map<String, Double> signs, int most) {
        var promise = new HashMap<String, Double>();
        addPromise(promise, language, words);
        addPromise(promise, SIGNS, signs);
        double best =
                promise.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return promise.entrySet().stream()
                .filter(e -> e.getValue() >= best * PROMISING)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(e -> byId.get(e.getKey()))
                .toList();
    }

    /** How much each word of a language tells a story from the others of the lane. */
    Rarity rarityOfWords(String language) {
        return rarity(having.getOrDefault(language, Map.of()));
    }

    Rarity rarityOfSigns() {
        return rarity(having.getOrDefault(SIGNS, Map.of()));
    }

    /** Inverse document frequency over the open stories, smoothed because they may be few. */
    interface Rarity {
        double of(String term);
    }

    private Rarity rarity(Map<String, List<String>> terms) {
        return term -> rarity(terms.get(term));
    }

    private double rarity(@Nullable List<String> stories) {
        return Math.log((byId.size() + 10.0) / ((stories == null ? 0 : stories.size()) + 0.5));
    }

    private void addPromise(Map<String, Double> promise, String language, Map<String, Double> weights) {
        record Rare(String term, List<String> stories, double weight) {}
        var terms = having.getOrDefault(language, Map.of());
        // what a fifth of the stories share tells none of them from the others
        int commonest = Math.max(20, byId.size() / 5);
        var rare = new ArrayList<Rare>();
        weights.forEach((term, weight) -> {
            var stories = terms.get(term);
            if (stories != null && stories.size() <= commonest) {
                rare.add(new Rare(term, stories, weight));
            }
        });
        rare.sort(Comparator.comparingDouble(Rare::weight).reversed().thenComparing(Rare::term));
        for (var term : rare.subList(0, Math.min(RAREST, rare.size()))) {
            term.stories().forEach(story -> promise.merge(story, term.weight(), Double::sum));
        }
    }

    private void index(Profile before, Profile after, String story) {
        before.words().forEach((language, words) -> drop(language, words, after.wordsIn(language), story));
        after.words().forEach((language, words) -> add(language, words, before.wordsIn(language), story));
        drop(SIGNS, before.signs(), after.signs(), story);
        add(SIGNS, after.signs(), before.signs(), story);
    }

    private void add(String language, Terms now, Terms before, String story) {
        var terms = having.computeIfAbsent(language, l -> new HashMap<>());
        for (var term : now.names()) {
            if (!before.contains(term)) {
                terms.computeIfAbsent(term, t -> new ArrayList<>(2)).add(story);
            }
        }
    }

    private void drop(String language, Terms before, Terms now, String story) {
        var terms = having.getOrDefault(language, Map.of());
        for (var term : before.names()) {
            if (!now.contains(term) && terms.get(term) instanceof List<String> stories) {
                stories.remove(story);
                if (stories.isEmpty()) {
                    terms.remove(term);
                    held.remove(term);
                }
            }
        }
    }
}

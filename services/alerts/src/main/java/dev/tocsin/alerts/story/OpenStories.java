package dev.tocsin.alerts.story;

import java.time.Instant;
import java.util.ArrayDeque;
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
 * The open stories of one lane: what each article is compared with, and which of them have a word or sign. The rest of a
 * story stays on the shelf. Lives in memory and is rebuilt from the store; nothing is decided here.
 */
public final class OpenStories {
    /** Where whole stories are kept. */
    @FunctionalInterface
    public interface Shelf {
        /** The story of that id, which was put among the open ones. */
        StoryState story(String id);
    }

    /** What is held of a story in memory. */
    record Entry(
            String id,
            int slot,
            boolean dated,
            Instant firstSeen,
            Instant lastSeen,
            Instant begun,
            Instant active,
            Profile profile,
            List<String> taken) {
        static Entry of(StoryState state, int slot) {
            var story = state.story();
            return new Entry(
                    story.id(),
                    slot,
                    state.isDated(),
                    story.firstSeen(),
                    story.lastSeen(),
                    state.begun(),
                    state.active(),
                    state.profile(),
                    state.taken());
        }
    }

    /** Signs are indexed as the words of no language. */
    private static final String SIGNS = "";

    private final Shelf shelf;
    private final Map<String, Entry> byId = new HashMap<>();
    private final SortedSet<Entry> byActivity =
            new TreeSet<>(Comparator.comparing(Entry::active).thenComparing(Entry::id));
    private final Map<String, Postings> having = new HashMap<>();
    private final List<@Nullable Entry> bySlot = new ArrayList<>();
    private final ArrayDeque<Integer> freeSlots = new ArrayDeque<>();
    /** Of each story that was merged into an open one, that one. */
    private final Map<String, String> takers = new HashMap<>();

    private double[] promises = new double[0];
    private Instant clock = Instant.MIN;

    public OpenStories(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Takes in a story, in the place of its earlier revision if there is one. */
    public void put(StoryState state) {
        var before = byId.get(state.id());
        var entry = Entry.of(state, before == null ? freeSlot() : before.slot());
        bySlot.set(entry.slot(), entry);
        byId.put(entry.id(), entry);
        if (before != null) {
            byActivity.remove(before);
        }
        byActivity.add(entry);
        index(before == null ? Profile.EMPTY : before.profile(), entry.profile(), entry.slot());
        if (before == null || before.taken() != entry.taken()) {
            forget(before == null ? List.of() : before.taken(), entry);
            entry.taken().forEach(taken -> takers.put(taken, entry.id()));
        }
        clock = entry.active().isAfter(clock) ? entry.active() : clock;
    }

    /** Of what a story has taken it knows but the latest. */
    private void forget(List<String> before, Entry entry) {
        before.stream()
                .filter(taken -> !entry.taken().contains(taken))
                .forEach(taken -> takers.remove(taken, entry.id()));
    }

    private int freeSlot() {
        if (freeSlots.isEmpty()) {
            bySlot.add(null);
            return bySlot.size() - 1;
        }
        return freeSlots.pop();
    }

    /** Forgets a story; one that is not there is forgotten already. */
    public void remove(String story) {
        var before = byId.remove(story);
        if (before != null) {
            byActivity.remove(before);
            index(before.profile(), Profile.EMPTY, before.slot());
            bySlot.set(before.slot(), null);
            freeSlots.push(before.slot());
            before.taken().forEach(taken -> takers.remove(taken, story));
        }
    }

    /** The story, from its shelf, if it is open; of one that was merged the story that took it. */
    public Optional<StoryState> get(String story) {
        var id = byId.containsKey(story) ? story : takers.get(story);
        return id != null && byId.containsKey(id) ? Optional.of(shelf.story(id)) : Optional.empty();
    }

    public int size() {
        return byId.size();
    }

    /** Of all of them. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** The one that no article came to for longest is the first. */
    Iterable<Entry> quietestFirst() {
        return byActivity;
    }

    /** Stream time of the lane: that of its latest article; {@link Instant#MIN} before the first. */
    public Instant clock() {
        return clock;
    }

    @Nullable
    Entry inSlot(int slot) {
        return bySlot.get(slot);
    }

    /** Room for a number at each slot, all 0; who uses it leaves it so. One, because stories have one thread. */
    double[] promises() {
        if (promises.length < bySlot.size()) {
            promises = new double[bySlot.size() * 2];
        }
        return promises;
    }

    /** Which stories have the words of a language. */
    Postings words(String language) {
        return having.computeIfAbsent(language, l -> new Postings());
    }

    Postings signs() {
        return words(SIGNS);
    }

    private void index(Profile before, Profile after, int slot) {
        before.words().forEach((language, words) -> drop(words(language), words, after.wordsIn(language), slot));
        after.words().forEach((language, words) -> add(words(language), words, before.wordsIn(language), slot));
        drop(signs(), before.signs(), after.signs(), slot);
        add(signs(), after.signs(), before.signs(), slot);
    }

    private static void add(Postings postings, Terms now, Terms before, int slot) {
        for (int key : now.keys()) {
            if (!before.contains(key)) {
                postings.add(key, slot);
            }
        }
    }

    private static void drop(Postings postings, Terms before, Terms now, int slot) {
        for (int key : before.keys()) {
            if (!now.contains(key)) {
                postings.remove(key, slot);
            }
        }
    }
}

package dev.tocsin.archive.lab;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what a draft finds, article by article, oldest first; what it holds does not grow with the archive. */
public final class Tally {
    private static final int MOST_LANGUAGES = 200;
    private static final String OTHERS = "und";

    private final List<KnownStory> stories;
    private final Map<String, Integer> storyOf = new HashMap<>();
    private final boolean watched;
    private final boolean bounded;
    private final BitSet read = new BitSet();
    private final BitSet byDraft = new BitSet();
    private final BitSet byLive = new BitSet();
    private final Map<String, Counts> languages = new TreeMap<>();
    private final Calendar calendar = new Calendar();
    private final Gathering gathering = new Gathering();
    private final Examples gained = new Examples();
    private final Examples lost = new Examples();
    private final Examples shared = new Examples();
    private Counts hits = Counts.NONE;

    /**
     * @param stories of the topic, newest first
     * @param watched whether there is a version in force to compare with
     * @param bounded whether there are more stories than these
     */
    public Tally(List<KnownStory> stories, boolean watched, boolean bounded) {
        this.stories = List.copyOf(stories);
        this.watched = watched;
        this.bounded = bounded;
        for (int i = 0; i < stories.size(); i++) {
            for (var article : stories.get(i).articles()) {
                storyOf.putIfAbsent(article, i);
            }
        }
    }

    public long read() {
        return hits.articles();
    }

    public void add(Met met) {
        boolean draft = met.draft().belongs();
        boolean live = met.isLive();
        hits = hits.plus(draft, live);
        var language =
                languages.size() < MOST_LANGUAGES || languages.containsKey(met.language()) ? met.language() : OTHERS;
        languages.merge(language, Counts.NONE.plus(draft, live), (before, one) -> before.plus(draft, live));
        var place = storyOf.get(met.article());
        var story = place == null ? null : stories.get(place);
        if (place != null) {
            read.set(place);
            byDraft.set(place, draft || byDraft.get(place));
            byLive.set(place, live || byLive.get(place));
        }
        if (live) {
            calendar.count(met.at(), Calendar.What.LIVE);
        }
        if (draft) {
            calendar.count(met.at(), Calendar.What.DRAFT);
            if (gathering.begins(story == null ? null : story.id(), met.signature(), met.at())) {
                calendar.count(met.at(), Calendar.What.RUNG);
            }
        }
        compare(met, draft, live, story);
    }

    private void compare(Met met, boolean draft, boolean live, @Nullable KnownStory story) {
        if (draft && !live) {
            gained.add(Example.of(met, met.draft(), met.live(), story));
        } else if (live && !draft && met.live() != null) {
            lost.add(Example.of(met, met.live(), met.draft(), story));
        } else if (draft) {
            shared.add(Example.of(met, met.draft(), met.live(), story));
        }
    }

    /** What was found so far. */
    public Findings findings() {
        var judged = new ArrayList<Against.Outcome>();
        for (int i = read.nextSetBit(0); i >= 0; i = read.nextSetBit(i + 1)) {
            if (stories.get(i).relevant() != null) {
                judged.add(new Against.Outcome(stories.get(i), byDraft.get(i), byLive.get(i)));
            }
        }
        return new Findings(
                hits,
                new TreeMap<>(languages),
                calendar.days(),
                calendar.spans(),
                new Findings.Stories(gathering.known(), read.cardinality() - byDraft.cardinality(), gathering.made()),
                Against.of(judged, watched),
                gained.list(),
                lost.list(),
                shared.list(),
                bounded);
    }
}

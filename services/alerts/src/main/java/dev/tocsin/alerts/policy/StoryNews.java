package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.alerts.story.Told;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.StoryOrigin;
import dev.tocsin.contracts.StoryReaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a desk does not know yet of a story, in sentences. */
final class StoryNews {
    static final String NEW_STORY = "new-story";
    static final String CONFIRMATION = "confirmation";
    static final String NEW_ORIGIN = "new-origin";
    static final String NEW_LANGUAGE = "new-language";
    static final String ARTICLES = "articles";
    static final String REACTION = "reaction";
    static final String STANCE_CHANGE = "stance-change";
    static final String PHASE = "phase";
    static final String SEVERITY = "severity";
    static final String REVIVED = "revived";

    /** A desk that was told of two articles need not be told of the fourth by the same publisher's hand. */
    private static final int FIRST_DOUBLING = 4;

    private static final String UNDETERMINED = "und";
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private final Story story;
    private final List<StoryOrigin> origins;
    private final Told told;
    private final List<News> news = new ArrayList<>();

    private StoryNews(StoryState state) {
        this.story = state.story();
        this.origins = state.standingOrigins();
        this.told = state.told();
    }

    /** The differences between a story and what was told of it. */
    static List<News> of(StoryState state, Alert.Severity severity, Reached phases) {
        var found = new StoryNews(state);
        Set<String> known = new HashSet<>(state.told().facts());
        if (found.told.revision() == 0) {
            found.begun();
        } else {
            found.addRevival();
            found.addOrigins();
            found.addLanguages();
            found.addDoubling();
        }
        found.addPhase(phases, known);
        found.news.addAll(FigureNews.of(state, known));
        found.addReactions(known);
        found.addSeverity(severity);
        return found.news;
    }

    private void begun() {
        var origin = (origins.isEmpty() ? story.origins() : origins).getFirst();
        add(
                NEW_STORY,
                NEW_STORY,
                "new story, first seen at " + origin.name(),
                null,
                Integer.toString(story.articleCount()));
    }

    private void addRevival() {
        if (told.cancelled()) {
            add(REVIVED, REVIVED, "told again, after it was taken back", null, null);
        }
    }

    private void addOrigins() {
        // a story that was taken back had none left
        if (told.cancelled() || story.independentOrigins() <= told.independentOrigins()) {
            return;
        }
        var names = origins.stream()
                .skip(told.independentOrigins())
                .map(StoryOrigin::name)
                .collect(Collectors.joining(", "));
        add(
                told.independentOrigins() <= 1 ? CONFIRMATION : NEW_ORIGIN,
                NEW_ORIGIN,
                ordinal(story.independentOrigins()) + " origin: " + names,
                Integer.toString(told.independentOrigins()),
                Integer.toString(story.independentOrigins()));
    }

    private void addLanguages() {
        var fresh = story.languages().stream()
                .filter(l -> !l.equals(UNDETERMINED) && !told.languages().contains(l))
                .toList();
        if (!fresh.isEmpty()) {
            var names = fresh.stream()
                    .map(l -> Locale.forLanguageTag(l).getDisplayLanguage(Locale.ENGLISH))
                    .collect(Collectors.joining(", "));
            add(
                    NEW_LANGUAGE,
                    NEW_LANGUAGE,
                    "now also in " + names,
                    String.join(", ", told.languages()),
                    String.join(", ", story.languages()));
        }
    }

    private void addDoubling() {
        int count = story.articleCount();
        if (count >= FIRST_DOUBLING && count >= 2 * told.articleCount()) {
            add(
                    ARTICLES,
                    ARTICLES,
                    count + " articles, " + told.articleCount() + " when last told",
                    Integer.toString(told.articleCount()),
                    Integer.toString(count));
        }
    }

    /** The step that went farthest, with those before it. */
    private void addPhase(Reached phases, Set<String> known) {
        if (phases.names().isEmpty()
                || known.contains(Keys.ofPhase(phases.names().getLast()))) {
            return;
        }
        var latest = phases.names().getLast();
        var before = phases.names().stream()
                .filter(p -> known.contains(Keys.ofPhase(p)))
                .toList();
        var text = phases.label() + ": " + String.join(" → ", phases.names());
        var change = new Alert.Change(PHASE, text, before.isEmpty() ? null : before.getLast(), latest);
        news.add(new News(PHASE, change, null, Keys.ofPhase(latest)));
    }

    private void addReactions(Set<String> known) {
        for (var reaction : story.reactions()) {
            if (!known.contains(Keys.of(reaction))) {
                var detail = new Alert.Detail(reaction.towards(), reaction.actor(), null, null);
                var change =
                        new Alert.Change(REACTION, words(reaction), reaction.previous(), reaction.stance(), detail);
                var rule = reaction.previous() == null ? REACTION : STANCE_CHANGE;
                news.add(new News(rule, change, reaction.actor(), Keys.of(reaction)));
            }
        }
    }

    private static String words(StoryReaction reaction) {
        var stance = reaction.stance().replace('-', ' ');
        var previous = reaction.previous() == null ? "" : reaction.previous().replace('-', ' ') + " → ";
        var towards = reaction.towards() == null ? "" : " (towards " + reaction.towards() + ")";
        return reaction.actor() + ": " + previous + stance + towards;
    }

    private void addSeverity(Alert.Severity severity) {
        var before = told.severity();
        if (before != null && before != severity) {
            add(SEVERITY, SEVERITY, "severity: " + before + " → " + severity, before.name(), severity.name());
        }
    }

    private void add(String rule, String kind, String text, @Nullable String before, @Nullable String after) {
        news.add(new News(rule, new Alert.Change(kind, text, before, after)));
    }

    private static String ordinal(int n) {
        return n <= ORDINALS.size() ? ORDINALS.get(n - 1) : n + ".";
    }
}

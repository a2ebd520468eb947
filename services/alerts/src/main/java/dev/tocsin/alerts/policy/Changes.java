package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.Told;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.StoryOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a desk does not know yet of a story, and is worth telling it. */
final class Changes {
    /** A desk that was told of two articles need not be told of the fourth by the same publisher's hand. */
    private static final int FIRST_DOUBLING = 4;

    private static final String UNDETERMINED = "und";
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private Changes() {}

    /** The differences that ring; empty where nothing does. */
    static List<Alert.Change> since(Told told, Story story) {
        if (told.revision() == 0) {
            return List.of(begun(story));
        }
        var changes = new ArrayList<Alert.Change>();
        addOrigins(changes, told, story);
        addLanguages(changes, told, story);
        addDoubling(changes, told, story);
        return changes;
    }

    private static Alert.Change begun(Story story) {
        var origin = story.origins().getFirst();
        return new Alert.Change(
                "new-story", "new story, first seen at " + origin.name(), null, Integer.toString(story.articleCount()));
    }

    private static void addOrigins(List<Alert.Change> changes, Told told, Story story) {
        if (story.independentOrigins() <= told.independentOrigins()) {
            return;
        }
        var names = story.origins().stream()
                .skip(told.independentOrigins())
                .map(StoryOrigin::name)
                .collect(Collectors.joining(", "));
        changes.add(new Alert.Change(
                "new-origin",
                ordinal(story.independentOrigins()) + " origin: " + names,
                Integer.toString(told.independentOrigins()),
                Integer.toString(story.independentOrigins())));
    }

    private static void addLanguages(List<Alert.Change> changes, Told told, Story story) {
        var fresh = story.languages().stream()
                .filter(l -> !l.equals(UNDETERMINED) && !told.languages().contains(l))
                .toList();
        if (!fresh.isEmpty()) {
            var names = fresh.stream()
                    .map(l -> Locale.forLanguageTag(l).getDisplayLanguage(Locale.ENGLISH))
                    .collect(Collectors.joining(", "));
            changes.add(new Alert.Change(
                    "new-language",
                    "now also in " + names,
                    String.join(", ", told.languages()),
                    String.join(", ", story.languages())));
        }
    }

    private static void addDoubling(List<Alert.Change> changes, Told told, Story story) {
        int count = story.articleCount();
        if (count >= FIRST_DOUBLING && count >= 2 * told.articleCount()) {
            changes.add(new Alert.Change(
                    "articles",
                    count + " articles, " + told.articleCount() + " when last told",
                    Integer.toString(told.articleCount()),
                    Integer.toString(count)));
        }
    }

    private static String ordinal(int n) {
        return n <= ORDINALS.size() ? ORDINALS.get(n - 1) : n + ".";
    }
}

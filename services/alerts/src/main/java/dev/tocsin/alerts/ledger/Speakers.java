package dev.tocsin.alerts.ledger;

import dev.tocsin.contracts.Actor;
import dev.tocsin.contracts.ClassifiedArticle;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who the words of an article mean: an office, an actor that the article names, or just these words. */
final class Speakers {
    private static final int LONGEST_NAME = 80;
    private static final int MOST_ACTORS = 200;
    private static final String STATE = "state";

    private final ClassifiedArticle article;

    Speakers(ClassifiedArticle article) {
        this.article = article;
    }

    /** Who the words mean; null where there are none. */
    @Nullable
    Speaker of(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        var folded = Folded.words(words);
        var office = Offices.in(folded);
        var actor = actor(folded, false);
        if (office.isPresent() && !(office.get().isWeak() && actor.isPresent())) {
            return office.get().isNobody() ? null : office(office.get(), actor(folded, true));
        }
        return actor.or(() -> actor(folded, true))
                .map(a -> new Speaker(Speaker.ACTOR + a.id(), a.name()))
                .orElseGet(() -> new Speaker(Speaker.NAME + String.join(" ", folded), name(words)));
    }

    private static Speaker office(Offices.Office office, Optional<Actor> state) {
        var key = Speaker.OFFICE + office.id();
        return state.map(s -> new Speaker(key + Speaker.OF + s.id(), office.name() + " (" + s.name() + ")"))
                .orElse(new Speaker(key, office.name()));
    }

    /** The actor whose spelling in this article stands within the words. */
    private Optional<Actor> actor(List<String> folded, boolean state) {
        return article.actors().stream()
                .limit(MOST_ACTORS)
                .filter(a -> a.type().equals(STATE) == state)
                .filter(a -> stands(spelling(a), folded))
                .findFirst();
    }

    private static boolean stands(List<String> spelling, List<String> words) {
        return !spelling.isEmpty() && Collections.indexOfSubList(words, spelling) >= 0;
    }

    private List<String> spelling(Actor actor) {
        var text = article.fetched().text();
        return actor.end() <= text.length() ? Folded.words(text.substring(actor.start(), actor.end())) : List.of();
    }

    private static String name(String words) {
        var line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…";
    }
}

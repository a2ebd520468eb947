package dev.tocsin.alerts.story;

import dev.tocsin.alerts.ledger.Credibility;
import dev.tocsin.alerts.ledger.Facts;
import dev.tocsin.contracts.Place;
import dev.tocsin.contracts.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How a story is made of articles: begun, joined by one more, made one with another. Nothing is decided here. */
final class Gathering {
    private static final int MOST_PLACES = 50;
    private static final int MOST_LANGUAGES = 40;
    private static final int MOST_TAKEN = 100;

    private Gathering() {}

    static StoryState begun(Sighting sighting, Features features) {
        return begun(sighting, features, sighting.lane().id(sighting.id()));
    }

    static StoryState begun(Sighting sighting, Features features, String id) {
        var headline = Headline.of(sighting);
        var origins = Origins.NONE.plus(sighting);
        var facts = Facts.NONE.plus(sighting.report());
        var story = new Story(
                id,
                sighting.hit().topic(),
                1,
                headline.text(),
                headline.language(),
                sighting.eventTime(),
                sighting.eventTime(),
                List.of(sighting.language()),
                1,
                origins.independent(),
                origins.list(),
                facts.lines(origins.list()),
                facts.reactions(),
                places(List.of(), sighting.article().places()),
                Credibility.of(origins.standing()),
                Story.State.OPEN,
                null,
                sighting.fetched().replay(),
                sighting.fetched().exercise());
        return new StoryState(
                story,
                sighting.clock(),
                headline,
                Told.NOTHING,
                Member.of(sighting).joining(List.of()),
                origins.texts(),
                Profile.EMPTY.plus(features),
                facts,
                sighting.clock(),
                List.of(),
                List.of(Sample.of(sighting, features)));
    }

    /** @param articleCount one more than before, or as many where a known article comes in a later revision */
    static StoryState joined(StoryState before, Sighting sighting, Features features, int articleCount) {
        var story = before.story();
        var at = sighting.eventTime();
        // an article without a date says nothing of when it happened, and one with a date all of what those without did
        // not
        boolean only = sighting.isDated() && !before.isDated();
        var first = only || sighting.isDated() && at.isBefore(story.firstSeen()) ? at : story.firstSeen();
        var last = only ? at : sighting.isDated() ? later(at, story.lastSeen()) : story.lastSeen();
        var headline = before.headline().or(Headline.of(sighting));
        var origins = new Origins(story.origins(), before.texts()).plus(sighting);
        var facts = before.facts().plus(sighting.report());
        var after = new Story(
                story.id(),
                story.topic(),
                story.revision() + 1,
                headline.text(),
                headline.language(),
                first,
                last,
                languages(story.languages(), List.of(sighting.language())),
                articleCount,
                origins.independent(),
                origins.list(),
                facts.lines(origins.list()),
                facts.reactions(),
                places(story.places(), sighting.article().places()),
                Credibility.of(origins.standing()),
                story.state(),
                story.mergedInto(),
                story.replay(),
                story.exercise());
        return new StoryState(
                after,
                later(before.active(), sighting.clock()),
                headline,
                before.told(),
                Member.of(sighting).joining(before.members()),
                origins.texts(),
                before.profile().plus(features),
                facts,
                before.begun(),
                before.taken(),
                Sample.latest(List.of(Sample.of(sighting, features)), before.samples()));
    }

    /** The story that is left of two: under the first one's id, with all that both have. */
    static StoryState merged(StoryState taker, StoryState taken) {
        var story = taker.story();
        var other = taken.story();
        boolean bothDated = taker.isDated() == taken.isDated();
        var dated = taker.isDated() ? story : other;
        var headline = taker.headline().or(taken.headline());
        var origins = new Origins(story.origins(), taker.texts()).plus(new Origins(other.origins(), taken.texts()));
        var facts = taker.facts().mergedWith(taken.facts());
        var after = new Story(
                story.id(),
                story.topic(),
                story.revision() + 1,
                headline.text(),
                headline.language(),
                bothDated ? earlier(story.firstSeen(), other.firstSeen()) : dated.firstSeen(),
                bothDated ? later(story.lastSeen(), other.lastSeen()) : dated.lastSeen(),
                languages(story.languages(), other.languages()),
                story.articleCount() + other.articleCount(),
                origins.independent(),
                origins.list(),
                facts.lines(origins.list()),
                facts.reactions(),
                places(story.places(), other.places()),
                Credibility.of(origins.standing()),
                story.state(),
                story.mergedInto(),
                story.replay(),
                story.exercise());
        return new StoryState(
                after,
                later(taker.active(), taken.active()),
                headline,
                taker.told().takingOver(taken.told()),
                Member.latest(taker.members(), taken.members()),
                origins.texts(),
                taker.profile().plus(taken.profile()),
                facts,
                taker.begun(),
                taken(taker, taken),
                Sample.latest(taker.samples(), taken.samples()));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<String> taken(StoryState taker, StoryState taken) {
        var all = new ArrayList<>(taker.taken());
        all.addAll(taken.taken());
        all.add(taken.id());
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST_TAKEN), all.size()));
    }

    private static List<String> languages(List<String> languages, List<String> more) {
        if (languages.containsAll(more)) {
            return languages;
        }
        Set<String> joined = new LinkedHashSet<>(languages);
        joined.addAll(more);
        return joined.stream().limit(MOST_LANGUAGES).toList();
    }

    private static List<Place> places(List<Place> places, List<Place> more) {
        var ids = new HashSet<String>();
        var joined = new ArrayList<Place>();
        places.stream().filter(place -> ids.add(place.id())).forEach(joined::add);
        more.stream()
                .filter(place -> joined.size() < MOST_PLACES && ids.add(place.id()))
                .forEach(joined::add);
        return joined;
    }
}

package dev.tocsin.alerts.story;

import dev.tocsin.alerts.ledger.Credibility;
import dev.tocsin.contracts.Place;
import dev.tocsin.contracts.Story;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A story without some of its latest articles, and these alone. What a story does not remember by article stays with it:
 * its places, and its times where it has more articles than it remembers.
 */
final class Parting {
    private static final String UNGRADED = "F";

    private Parting() {}

    /** What is left of a story; nothing is where all of it goes. */
    static StoryState rest(StoryState state, Set<String> going) {
        var profile = state.profile();
        for (var sample : state.samples()) {
            profile = going.contains(sample.article()) ? profile.minus(sample.features()) : profile;
        }
        int count = state.story().articleCount() - going.size();
        return part(
                state,
                article -> !going.contains(article),
                profile,
                state.story().places(),
                state.id(),
                state.story().revision() + 1,
                count,
                state.told());
    }

    /** What an article is compared with when its story is left without it: {@link #rest} makes a whole ledger besides. */
    static Outline outline(StoryState state, String going) {
        var story = state.story();
        var profile = state.profile();
        for (var sample : state.samples()) {
            profile = going.equals(sample.article()) ? profile.minus(sample.features()) : profile;
        }
        var members = state.members().stream()
                .filter(m -> !going.equals(m.link().article()))
                .toList();
        boolean isKnown = members.size() == story.articleCount() - 1 && !members.isEmpty();
        return new Outline(
                story.origins().stream()
                        .anyMatch(o -> o.publishedAt() != null && !o.articles().equals(List.of(going))),
                isKnown ? members.getLast().at() : story.firstSeen(),
                isKnown ? members.getFirst().at() : story.lastSeen(),
                state.active(),
                profile);
    }

    /** The articles that go, as a story of its own that nobody was told of. */
    static StoryState gone(StoryState state, Set<String> going) {
        var profile = Profile.EMPTY;
        for (var sample : state.samples()) {
            profile = going.contains(sample.article()) ? profile.plus(sample.features()) : profile;
        }
        var first = going.stream().min(Comparator.naturalOrder()).orElseThrow();
        return part(
                state,
                going::contains,
                profile,
                List.of(),
                // another one each time: the same articles may come back and go again
                state.lane().id(first + "\n" + state.id() + "\n" + state.story().revision()),
                1,
                going.size(),
                Told.NOTHING);
    }

    private static StoryState part(
            StoryState state,
            Predicate<String> wanted,
            Profile profile,
            List<Place> places,
            String id,
            int revision,
            int count,
            Told told) {
        var story = state.story();
        var members = state.members().stream()
                .filter(m -> wanted.test(m.link().article()))
                .toList();
        boolean isKnown = members.size() == count && count > 0;
        var headline = headline(state.headline(), members, wanted);
        var origins = new Origins(story.origins(), state.texts()).only(wanted);
        boolean isNew = !id.equals(state.id());
        var facts = state.facts().only(wanted);
        // the steps of the event that it was taken for are not its own
        facts = isNew ? facts.withoutSignals() : facts;
        var left = new Story(
                id,
                story.topic(),
                revision,
                headline.text(),
                headline.language(),
                isKnown ? members.getLast().at() : story.firstSeen(),
                isKnown ? members.getFirst().at() : story.lastSeen(),
                isKnown ? languages(story.languages(), members) : story.languages(),
                count,
                origins.independent(),
                origins.list(),
                facts.lines(origins.list()),
                facts.reactions(),
                places,
                Credibility.of(origins.standing()),
                Story.State.OPEN,
                null,
                story.replay(),
                story.exercise());
        return new StoryState(
                left,
                state.active(),
                headline,
                told,
                members,
                origins.texts(),
                profile,
                facts,
                isNew ? state.active() : state.begun(),
                isNew ? List.of() : state.taken(),
                state.samples().stream().filter(s -> wanted.test(s.article())).toList());
    }

    private static Headline headline(Headline headline, List<Member> members, Predicate<String> wanted) {
        if (wanted.test(headline.article())) {
            return headline;
        }
        return members.stream()
                .map(Member::link)
                .filter(link -> link.title() != null)
                .findFirst()
                .map(link -> new Headline(
                        Headline.shorten(String.valueOf(link.title()), 200),
                        link.language(),
                        link.article(),
                        true,
                        UNGRADED))
                .orElse(headline);
    }

    private static List<String> languages(List<String> all, List<Member> members) {
        return all.stream()
                .filter(language ->
                        members.stream().anyMatch(m -> m.link().language().equals(language)))
                .toList();
    }
}

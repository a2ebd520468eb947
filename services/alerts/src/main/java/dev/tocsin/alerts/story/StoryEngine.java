package dev.tocsin.alerts.story;

import dev.tocsin.alerts.ledger.Facts;
import dev.tocsin.contracts.Place;
import dev.tocsin.contracts.Story;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Decides which story an article belongs to. Pure: it reads the open stories and returns what changes; who calls it
 * stores that. The seam at which a better grouping takes over.
 */
public final class StoryEngine {
    private static final int MOST_PLACES = 50;
    private static final int MOST_LANGUAGES = 40;
    private static final int ID_BYTES = 16;

    private final StoryRules rules;
    private final Similarity similarity;

    public StoryEngine(StoryRules rules) {
        this.rules = rules;
        this.similarity = new Similarity(rules);
    }

    /**
     * What an article does to the stories of its lane.
     *
     * @param open the stories of the sighting's lane
     * @param known what is remembered of the article in this lane
     */
    public Outcome accept(OpenStories open, Sighting sighting, Optional<Known> known) {
        if (known.isPresent()) {
            return again(open, sighting, known.get());
        }
        var features = Features.of(sighting);
        return new Outcome.Changed(similarity
                .home(open, features, sighting)
                .filter(home -> !isQuiet(home, later(open.clock(), sighting.clock())))
                .flatMap(home -> open.get(home.id()))
                .map(home -> joined(home, sighting, features, home.story().articleCount() + 1))
                .orElseGet(() -> begun(sighting, features)));
    }

    /** The ids of the stories that no article came to for too long, and of the quietest above the bound. */
    public List<String> ending(OpenStories open) {
        var ending = new ArrayList<String>();
        int excess = open.size() - rules.maxOpen();
        for (var story : open.quietestFirst()) {
            if (ending.size() >= excess && !isQuiet(story, open.clock())) {
                break;
            }
            ending.add(story.id());
        }
        return ending;
    }

    /** Whether the lane holds more stories than it may. */
    public boolean isCrowded(OpenStories open) {
        return open.size() > rules.maxOpen();
    }

    /** The last revision of a story. */
    public Story closed(StoryState state) {
        var story = state.story();
        return new Story(
                story.id(),
                story.topic(),
                story.revision() + 1,
                story.headline(),
                story.language(),
                story.firstSeen(),
                story.lastSeen(),
                story.languages(),
                story.articleCount(),
                story.independentOrigins(),
                story.origins(),
                story.ledger(),
                story.reactions(),
                story.places(),
                story.credibility(),
                Story.State.CLOSED,
                story.mergedInto(),
                story.replay());
    }

    private Outcome again(OpenStories open, Sighting sighting, Known known) {
        if (known.revision() >= sighting.fetched().revision()) {
            return new Outcome.Duplicate();
        }
        var home = open.get(known.story());
        if (home.isEmpty()) {
            return new Outcome.Unchanged(known.story());
        }
        var before = home.get();
        var after =
                joined(before, sighting, Features.of(sighting), before.story().articleCount());
        return sameToTheWorld(before, after) ? new Outcome.Unchanged(known.story()) : new Outcome.Changed(after);
    }

    private StoryState begun(Sighting sighting, Features features) {
        var headline = Headline.of(sighting);
        var origins = new Origins(List.of(), List.of()).plus(sighting);
        var facts = Facts.NONE.plus(sighting.report());
        var story = new Story(
                id(sighting),
                sighting.hit().topic(),
                1,
                headline.text(),
                headline.language(),
                sighting.eventTime(),
                sighting.eventTime(),
                List.of(sighting.language()),
                1,
                1,
                origins.list(),
                facts.lines(origins.list()),
                facts.reactions(),
                places(List.of(), sighting),
                null,
                Story.State.OPEN,
                null,
                sighting.fetched().replay());
        return new StoryState(
                story,
                sighting.clock(),
                headline,
                Told.NOTHING,
                Member.of(sighting).joining(List.of()),
                origins.texts(),
                Profile.EMPTY.plus(features),
                facts);
    }

    private static StoryState joined(StoryState before, Sighting sighting, Features features, int articleCount) {
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
                languages(story.languages(), sighting.language()),
                articleCount,
                origins.list().size(),
                origins.list(),
                facts.lines(origins.list()),
                facts.reactions(),
                places(story.places(), sighting),
                story.credibility(),
                story.state(),
                story.mergedInto(),
                story.replay());
        return new StoryState(
                after,
                later(before.active(), sighting.clock()),
                headline,
                before.told(),
                Member.of(sighting).joining(before.members()),
                origins.texts(),
                before.profile().plus(features),
                facts);
    }

    private static boolean sameToTheWorld(StoryState before, StoryState after) {
        var one = before.story();
        var other = after.story();
        return one.headline().equals(other.headline())
                && one.firstSeen().equals(other.firstSeen())
                && one.lastSeen().equals(other.lastSeen())
                && one.languages().equals(other.languages())
                && one.places().equals(other.places())
                && one.ledger().equals(other.ledger())
                && one.reactions().equals(other.reactions())
                && before.facts().equals(after.facts())
                && before.members().equals(after.members());
    }

    private boolean isQuiet(OpenStories.Entry story, Instant clock) {
        return story.active().isBefore(clock.minus(rules.quietAfter()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<String> languages(List<String> languages, String language) {
        if (languages.contains(language) || languages.size() >= MOST_LANGUAGES) {
            return languages;
        }
        var joined = new ArrayList<>(languages);
        joined.add(language);
        return joined;
    }

    private static List<Place> places(List<Place> places, Sighting sighting) {
        var ids = new HashSet<String>();
        var joined = new ArrayList<Place>();
        for (var place : places) {
            if (ids.add(place.id())) {
                joined.add(place);
            }
        }
        for (var place : sighting.article().places()) {
            if (joined.size() < MOST_PLACES && ids.add(place.id())) {
                joined.add(place);
            }
        }
        return joined;
    }

    /** Deterministic, so that a replay on an empty state gives the same ids; a replay's own beside the live ones. */
    private static String id(Sighting sighting) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((sighting.lane().key() + "\n" + sighting.id()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

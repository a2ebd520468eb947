package dev.tocsin.archive;

import dev.tocsin.archive.keep.Rules;
import dev.tocsin.archive.keep.Swept;
import dev.tocsin.archive.query.Position;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One look for what is over, in batches; it takes it away, or only counts it. */
final class RetentionSweep {
    /** Entries in memory at once; the embedded store walks through all of them for each. */
    private static final int LOOKED_UP = 2_000;

    /** Documents that one command deletes. */
    private static final int DELETED = 250;

    private final Rules rules;
    private final ArticleWalk walk;
    private final OldStories old;
    private final Removals stored;
    private final Holds.Held held;
    private final boolean dry;
    private final BooleanSupplier goesOn;
    private final Consumer<List<String>> besides;
    private final Swept.Count count = new Swept.Count();
    private final Instant now;

    /**
     * @param goesOn asked before each batch; false ends the look
     * @param besides told of articles that were deleted
     */
    RetentionSweep(
            Rules rules,
            ArticleWalk walk,
            OldStories old,
            Removals stored,
            Holds.Held held,
            boolean dry,
            InstantSource clock,
            BooleanSupplier goesOn,
            Consumer<List<String>> besides) {
        this.besides = besides;
        this.rules = rules;
        this.walk = walk;
        this.old = old;
        this.stored = stored;
        this.held = held;
        this.dry = dry;
        this.goesOn = goesOn;
        now = clock.instant();
    }

    Swept.Count run() {
        if (rules.end()) {
            articles();
            var horizon = rules.horizon(now);
            if (horizon != null) {
                stories(horizon);
                heads(horizon);
            }
        }
        return count;
    }

    /** Oldest first: those over by age, and as many more as are too many. */
    private void articles() {
        var horizon = rules.horizon(now);
        long tooMany = rules.mostArticles() == null ? 0 : walk.count(null, now) - rules.mostArticles();
        var to = tooMany > 0 || horizon == null ? now : horizon;
        if (horizon == null && tooMany <= 0) {
            return;
        }
        Position after = null;
        while (goesOn.getAsBoolean()) {
            var steps = walk.next(null, to, after, LOOKED_UP);
            var over = new ArrayList<ArticleWalk.Step>();
            for (var step : steps) {
                var at = step.position().at();
                boolean tooOld = rules.isOver(at, step.topics(), now);
                boolean surplus = !tooOld && count.articles() < tooMany;
                if ((tooOld || surplus) && held.articles().contains(step.id())) {
                    count.held();
                } else if (tooOld || surplus) {
                    count.article(at, step.topics(), tooOld);
                    over.add(step);
                }
            }
            delete(over);
            boolean beyond = horizon != null
                    && !steps.isEmpty()
                    && steps.getLast().position().at().isAfter(horizon);
            if (steps.size() < LOOKED_UP || (horizon == null || beyond) && count.articles() >= tooMany) {
                return;
            }
            after = steps.getLast().position();
        }
    }

    private void delete(List<ArticleWalk.Step> over) {
        for (int from = 0; from < over.size() && !dry && goesOn.getAsBoolean(); from += DELETED) {
            var some = over.subList(from, Math.min(from + DELETED, over.size()));
            stored.delete(some);
            besides.accept(some.stream().map(ArticleWalk.Step::id).toList());
        }
    }

    private void stories(Instant horizon) {
        each(OldStories.STORIES, horizon, step -> {
            count.story();
            return true;
        });
    }

    /** Alerts whose story went, or never was one, such as those on coverage. */
    private void heads(Instant horizon) {
        each(OldStories.HEADS, horizon, step -> {
            boolean alone = !old.isStory(step.id());
            if (alone) {
                count.alert();
            }
            return alone;
        });
    }

    private interface Choice {
        boolean takes(OldStories.Step step);
    }

    private void each(String collection, Instant horizon, Choice choice) {
        Position after = null;
        while (goesOn.getAsBoolean()) {
            var steps = old.next(collection, horizon, after, LOOKED_UP);
            var over = new ArrayList<String>();
            for (var step : steps) {
                if (!rules.isOver(step.position().at(), List.of(step.topic()), now)) {
                    continue;
                }
                if (held.stories().contains(step.id())) {
                    count.held();
                } else if (choice.takes(step)) {
                    over.add(step.id());
                }
            }
            for (int from = 0; from < over.size() && !dry && goesOn.getAsBoolean(); from += DELETED) {
                stored.deleteStories(over.subList(from, Math.min(from + DELETED, over.size())));
            }
            if (steps.size() < LOOKED_UP) {
                return;
            }
            after = steps.getLast().position();
        }
    }
}

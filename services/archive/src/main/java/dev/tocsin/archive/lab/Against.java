package dev.tocsin.archive.lab;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What analysts said of stories, beside what two packs would have made of them. A story is taken where one of its articles is.
 * Nobody judges what never rang, so recall is that of what rang.
 *
 * @param relevant stories judged relevant, of which an article was read
 * @param irrelevant stories judged irrelevant, likewise
 * @param few fewer than ten of a kind: look at the intervals
 * @param draft by the draft
 * @param live by the version in force; null where the topic is not watched
 * @param missed relevant stories that the draft does not take, at most 50
 * @param wrong irrelevant ones that it takes, at most 50
 */
public record Against(
        long relevant,
        long irrelevant,
        boolean few,
        Figures draft,
        @Nullable Figures live,
        List<Judged> missed,
        List<Judged> wrong) {
    private static final int MOST_LISTED = 50;
    private static final int ENOUGH = 10;

    /** Precision and recall; null where nothing was taken, or nothing is relevant. */
    public record Figures(@Nullable Share precision, @Nullable Share recall) {
        static Figures of(long taken, long right, long relevant) {
            return new Figures(Share.of(right, taken), Share.of(right, relevant));
        }
    }

    /** @param live whether the version in force takes it */
    public record Judged(String story, String headline, boolean live) {}

    /** What became of a judged story. */
    record Outcome(KnownStory story, boolean draft, boolean live) {
        boolean relevant() {
            return Boolean.TRUE.equals(story.relevant());
        }

        private Judged judged() {
            return new Judged(story.id(), story.headline(), live);
        }
    }

    static Against of(List<Outcome> judged, boolean watched) {
        long relevant = judged.stream().filter(Outcome::relevant).count();
        long irrelevant = judged.size() - relevant;
        var missed = new ArrayList<Judged>();
        var wrong = new ArrayList<Judged>();
        for (var one : judged) {
            var list = one.relevant() && !one.draft() ? missed : !one.relevant() && one.draft() ? wrong : null;
            if (list != null && list.size() < MOST_LISTED) {
                list.add(one.judged());
            }
        }
        return new Against(
                relevant,
                irrelevant,
                Math.min(relevant, irrelevant) < ENOUGH,
                figures(judged.stream().filter(Outcome::draft).toList(), relevant),
                watched ? figures(judged.stream().filter(Outcome::live).toList(), relevant) : null,
                missed,
                wrong);
    }

    private static Figures figures(List<Outcome> taken, long relevant) {
        return Figures.of(taken.size(), taken.stream().filter(Outcome::relevant).count(), relevant);
    }
}

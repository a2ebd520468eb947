package dev.tocsin.alerts.story;

import static dev.tocsin.alerts.Merging.BOTH;
import static dev.tocsin.alerts.Merging.DOCKERS;
import static dev.tocsin.alerts.Merging.FERRIES;
import static dev.tocsin.alerts.story.Articles.TOPIC;
import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.StoryOrigin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RegroupingTest {
    private static final Lane LANE = new Lane(TOPIC, false, null);
    private static final Articles MILK = article("milk")
            .from("rural.example")
            .titled("Farmers pour milk on a motorway near Ostrand")
            .saying("Farmers with tractors poured milk on the motorway near Ostrand against low prices.");
    private static final Articles MILK_AGAIN = article("milk-2")
            .from("plough.example")
            .titled("Tractors on the motorway near Ostrand")
            .saying("Farmers blocked the motorway near Ostrand with tractors and poured milk, police said.")
            .after(Duration.ofHours(1));

    private final Desk desk = new Desk(StoryRules.DEFAULTS);

    @Test
    void makesTheLaterStoryPartOfTheEarlier_whenAnArticleIsOfBoth() {
        var first = desk.story(DOCKERS);
        var second = desk.story(FERRIES);
        assertThat(second.id()).isNotEqualTo(first.id());

        var outcome = (Outcome.Changed) desk.see(BOTH);

        assertThat(outcome.state().id()).isEqualTo(first.id());
        assertThat(outcome.state().taken()).containsExactly(second.id());
        var story = outcome.state().story();
        assertThat(story.revision()).isEqualTo(2);
        assertThat(story.articleCount()).isEqualTo(3);
        assertThat(story.independentOrigins()).isEqualTo(3);
        assertThat(story.firstSeen()).isEqualTo(first.story().firstSeen());
        assertThat(story.lastSeen()).isEqualTo(BOTH.sighting().eventTime());
        assertThat(outcome.others()).singleElement().satisfies(ended -> {
            assertThat(ended.id()).isEqualTo(second.id());
            assertThat(ended.story().state()).isEqualTo(Story.State.MERGED);
            assertThat(ended.story().mergedInto()).isEqualTo(first.id());
            assertThat(ended.story().revision()).isEqualTo(second.story().revision() + 1);
        });
        assertThat(desk.open(LANE).size()).isEqualTo(1);
    }

    @Test
    void correctsTheStoryThatTookItsOwn_whenAnArticleOfTheMergedIsRevised() {
        var first = desk.story(DOCKERS);
        desk.see(FERRIES);
        desk.see(BOTH);

        var corrected =
                desk.story(FERRIES.titled("Ferries to Sommer island sail again").revised(2));

        assertThat(corrected.id()).isEqualTo(first.id());
        assertThat(corrected.story().articleCount()).isEqualTo(3);
        assertThat(desk.see(FERRIES)).isEqualTo(new Outcome.Duplicate());
    }

    @Test
    void gathersTheSame_inWhateverOrderTheyCome() {
        var expected = Set.of(Set.of("dockers", "ferries", "both"), Set.of("milk", "milk-2"));
        var articles = new ArrayList<>(List.of(DOCKERS, FERRIES, BOTH, MILK, MILK_AGAIN));
        for (int seed = 0; seed < 60; seed++) {
            Collections.shuffle(articles, new Random(seed));
            assertThat(gathered(articles)).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void movesAnArticle_whenAnEditMakesItAnotherEvents() {
        var dockers = desk.story(DOCKERS);
        desk.see(DOCKERS.from("copy.example")
                .revised(1)
                .titled("Dockers still block the harbour of Veltrova")
                .as("dockers-2"));
        var milk = desk.story(MILK);

        var outcome = (Outcome.Changed)
                desk.see(MILK_AGAIN.as("dockers-2").from("copy.example").revised(2));

        assertThat(outcome.state().id()).isEqualTo(milk.id());
        assertThat(outcome.state().story().articleCount()).isEqualTo(2);
        assertThat(outcome.others()).singleElement().satisfies(left -> {
            assertThat(left.id()).isEqualTo(dockers.id());
            assertThat(left.story().articleCount()).isEqualTo(1);
            assertThat(left.story().independentOrigins()).isEqualTo(1);
            assertThat(left.members()).extracting(m -> m.link().article()).containsExactly("dockers");
        });
    }

    @Test
    void fallsApart_whenItsArticlesAreOfTwoKindsWithNothingInCommon() {
        var similarity = new Similarity(StoryRules.DEFAULTS);
        var open = desk.open(LANE);
        var state = desk.story(DOCKERS);
        for (var article : List.of(
                DOCKERS.as("dockers-2").from("courier.example"), MILK.after(Duration.ofMinutes(30)), MILK_AGAIN)) {
            var sighting = article.sighting();
            state = Gathering.joined(
                    state, sighting, Features.of(sighting), state.story().articleCount() + 1);
        }

        var outcome = (Outcome.Changed) new Regrouping(similarity).after(open, state, List.of());

        assertThat(outcome.state().members())
                .extracting(m -> m.link().article())
                .containsExactlyInAnyOrder("dockers", "dockers-2");
        assertThat(outcome.state().story().articleCount()).isEqualTo(2);
        assertThat(outcome.others()).singleElement().satisfies(gone -> {
            assertThat(gone.id()).isNotEqualTo(outcome.state().id());
            assertThat(gone.story().articleCount()).isEqualTo(2);
            assertThat(gone.story().independentOrigins()).isEqualTo(2);
            assertThat(gone.story().headline()).contains("Ostrand");
            assertThat(outcome.moved()).containsOnlyKeys("milk", "milk-2").containsValue(gone.id());
        });
    }

    @Test
    void countsNoOriginAllOfWhosePagesAreGone_butKeepsItsArticle() {
        desk.see(DOCKERS);
        desk.see(DOCKERS.as("dockers-2")
                .from("courier.example")
                .titled("Veltrova: harbour blocked by dockers")
                .saying("The harbour of Veltrova is shut, dockers and mayor Karimova confirm to our correspondent."));
        var after = desk.story(DOCKERS.vanished().revised(2));

        assertThat(after.story().articleCount()).isEqualTo(2);
        assertThat(after.story().origins()).hasSize(2);
        assertThat(after.story().independentOrigins()).isEqualTo(1);
    }

    @Test
    void partsUnderAnotherIdEachTime_andWithoutTheSignalsOfTheOtherEvent() {
        desk.see(DOCKERS.firing("roadblock"));
        var state = desk.story(DOCKERS.as("dockers-2").from("courier.example"));
        var going = Set.of("dockers-2");
        var gone = Parting.gone(state, going);
        var later = Parting.gone(desk.story(DOCKERS.as("dockers-3").from("late.example")), going);

        assertThat(gone.id()).isNotEqualTo(later.id());
        assertThat(gone.facts().signals()).isEmpty();
        assertThat(Parting.rest(state, going).facts().signals()).containsKey("roadblock");
    }

    @Test
    void countsNoOriginAsStanding_allOfWhosePagesAreGone() {
        var other = DOCKERS.as("dockers-2")
                .from("courier.example")
                .titled("Veltrova: harbour blocked by dockers")
                .saying("The harbour of Veltrova is shut, dockers and mayor Karimova confirm to our correspondent.")
                .graded("A");
        desk.see(DOCKERS.graded("B"));
        assertThat(desk.story(other).story().credibility()).isEqualTo(1);
        var after = desk.story(DOCKERS.graded("B").vanished().revised(2));

        assertThat(after.story().credibility()).isEqualTo(3);
        assertThat(after.standingOrigins()).extracting(StoryOrigin::source).containsExactly("courier.example");
    }

    @Test
    void knowsOfWhatItTookOnlyTheLatest() {
        var state = desk.story(DOCKERS);
        var open = desk.open(LANE);
        open.put(state.withTaken(List.of("first", "second")));
        open.put(state.withTaken(List.of("second", "third")));

        assertThat(open.get("first")).isEmpty();
        assertThat(open.get("second")).isPresent();
        assertThat(open.get("third")).isPresent();
    }

    private static Set<Set<String>> gathered(List<Articles> articles) {
        var desk = new Desk(StoryRules.DEFAULTS);
        // all within the hour, so that their order is all that differs
        for (int i = 0; i < articles.size(); i++) {
            desk.see(articles.get(i).at(Articles.MORNING.plusSeconds(i), Articles.MORNING.plusSeconds(i + 60)));
        }
        var stories = new TreeMap<String, Set<String>>();
        for (var article : articles) {
            stories.computeIfAbsent(desk.storyOf(article), id -> new TreeSet<>())
                    .add(article.id());
        }
        return Set.copyOf(stories.values());
    }
}

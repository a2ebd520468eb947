package dev.tocsin.alerts.story;

import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoryStateTest {
    @Test
    void isReadBackAsItWasWritten() throws Exception {
        var desk = new Desk(StoryRules.DEFAULTS);
        desk.see(
                article("a").titled("Dockers block the harbour of Veltrova").saying("A protest of 2,500 in Veltrova."));
        var state = desk.story(article("b")
                .from("courier.example")
                .titled("Harbour of Veltrova blocked by dockers")
                .saying("A protest in the harbour of Veltrova, says the mayor.")
                .after(Duration.ofHours(1)));

        assertThat(Json.read(Json.write(state), StoryState.class)).isEqualTo(state);
    }
}

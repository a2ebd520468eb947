package dev.tocsin.ingest.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitlesTest {
    @Test
    void agree_whenOneIsShortenedOrSigned() {
        assertThat(Titles.agree("Port closed after strike", "Port closed after strike | Courier"))
                .isTrue();
        assertThat(Titles.agree("PORT CLOSED", "Port closed after strike")).isTrue();
        assertThat(Titles.agree("Порт закрыт", "Порт закрыт из-за забастовки")).isTrue();
    }

    @Test
    void disagree_whenTheyShareLittle_orNothingIsThere() {
        assertThat(Titles.agree("Port closed after strike", "Team wins after extra time"))
                .isFalse();
        assertThat(Titles.agree("Courier", "Port closed")).isFalse();
        assertThat(Titles.agree(null, "Port closed")).isFalse();
        assertThat(Titles.agree("…", "…")).isFalse();
    }
}

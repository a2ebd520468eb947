package dev.tocsin.classify.sameness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    private static final Instant FRIDAY = Instant.parse("2022-01-07T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|on January 5 in the harbour",
                "en|on 5 January 2022",
                "it|il 5 gennaio nel porto",
                "ru|5 января в порту",
                "fr|le 5 janvier",
                "de|am 5. Januar",
                "es|el 5 de enero",
                "pt|em 5 de janeiro",
                "pl|5 stycznia w porcie",
                "tr|5 Ocak'ta limanda",
                "uk|5 січня в порту",
                "kk|5 қаңтарда портта",
                "cs|5. ledna v přístavu",
                "zh|1月5日港口",
                "en|on Wednesday in the harbour",
                "ru|в среду в порту",
                "uk|у середу в порту",
                "de|am Mittwoch",
                "it|mercoledì",
                "fr|mercredi",
                "pl|w środę"
            })
    void areResolvedAgainstPublication(String language, String text) {
        assertThat(Dates.of(Words.of(text, 1_000, language), language, FRIDAY).days())
                .containsExactly("2022-01-05");
    }

    @Test
    void takeTheNearestYear() {
        assertThat(Dates.of(Words.of("on 29 December", 100, "en"), "en", FRIDAY).days())
                .containsExactly("2021-12-29");
    }

    @Test
    void stayOpen_wherePublicationIsNotKnown() {
        assertThat(Dates.of(Words.of("5 January, a Wednesday", 100, "en"), "en", null)
                        .days())
                .containsExactlyInAnyOrder("--01-05", "-W-3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en|they may march", "en|30 February", "fr|deux mars", "ru|мая и ира"})
    void areNot_whatOnlyLooksLikeThem(String language, String text) {
        assertThat(Dates.of(Words.of(text, 1_000, language), language, FRIDAY).days())
                .isEmpty();
    }
}

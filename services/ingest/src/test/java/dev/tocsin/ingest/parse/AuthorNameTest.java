package dev.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorNameTest {
    @ParameterizedTest
    @CsvSource({
        "Ada Quill, Ada Quill",
        "ada@c.example (Ada Quill), Ada Quill",
        "Ada Quill (ada@c.example), Ada Quill",
        "Ada Quill <ada@c.example>, Ada Quill",
        "ada@c.example, ada@c.example",
        "mailto:ada@c.example?subject=x (Ada Quill), Ada Quill",
        "@adaquill, @adaquill",
        "'', ''"
    })
    void isWithin(String written, String name) {
        assertThat(AuthorName.of(written)).isEqualTo(name);
    }

    @Test
    void isQuick_whateverItIsGiven() {
        assertThat(AuthorName.of("a@".repeat(500_000)).length()).isLessThanOrEqualTo(1_000);
    }
}

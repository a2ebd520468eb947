package dev.tocsin.classify.sameness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Claim;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final Instant FRIDAY = Instant.parse("2022-01-07T10:00:00Z");

    private final Signature signature = signature();

    private static Signature signature() {
        try {
            return new Signature(Concepts.read(
                    Path.of(System.getProperty("tocsin.root", "../..")).resolve("concepts")));
        } catch (InvalidLexiconException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> of(String language, @Nullable String title, String text) {
        return signature.of(language, title, text, FRIDAY, Signature.Recognised.NOTHING, List.of());
    }

    @Test
    void isSharedByATranslation() {
        var english = of(
                "en",
                "Dockers block harbour",
                "Some 2,500 dockers blocked the port of Veltrova on Wednesday, said Mayor Karimova. The strike cost 1.5 million euros.");
        var russian = of(
                "ru",
                "Докеры перекрыли порт",
                "Около 2500 докеров заблокировали порт Велтровы 5 января, заявила мэр Каримова. Забастовка обошлась в 1,5 млн евро.");

        assertThat(english)
                .contains(
                        "n:2500",
                        "n:1500000",
                        "d:2022-01-05",
                        "c:strike-work",
                        "c:port",
                        "c:mayor",
                        "s:vltrv",
                        "s:krmv");
        assertThat(russian)
                .contains("n:2500", "n:1500000", "d:2022-01-05", "c:strike-work", "c:port", "s:vltrv", "s:krmv");
    }

    @Test
    void hasWhatOthersFound() {
        var keys = signature.of(
                "en",
                null,
                "In Veltrova spoke Mayor Karimova.",
                null,
                new Signature.Recognised(Set.of("a:Q7", "p:veltrova"), Set.of("Veltrova")),
                List.of(claim(18L, 18L), claim(100L, null)));

        assertThat(keys).contains("a:Q7", "p:veltrova", "f:killed:18", "f:killed:100-", "s:krmv");
        // its id says it, and its sound is another in other languages
        assertThat(keys).doesNotContain("s:vltrv");
    }

    private static Claim claim(@Nullable Long low, @Nullable Long high) {
        return new Claim("killed", low, high, "unspecified", null, "reported", null, "quote", 0, 1);
    }

    @Test
    void putsTheRarestFirst_andIsBounded() {
        var text = new StringBuilder("The president of Veltrova met the government. ");
        for (int i = 0; i < 100; i++) {
            text.append("On the island of Ostrand")
                    .append((char) ('a' + i % 26))
                    .append("k")
                    .append(" 1")
                    .append(i)
                    .append("7 left. ");
        }
        var keys = of("en", null, text.toString());

        assertThat(keys).hasSize(40).doesNotHaveDuplicates();
        assertThat(of("en", null, "The government of Veltrova").indexOf("s:vltrv"))
                .isZero();
    }

    @Test
    void takesNoNamesFromCapitalisedHeadlines() {
        assertThat(of("en", "Dockers Block Harbour Of Veltrova After Night", "Nothing more."))
                .noneMatch(key -> key.startsWith("s:dkr"));
    }

    @Test
    void isTheSame_eachTime() {
        var text = "Karimova met Lindqvist in Ostrand on Monday and signed 14 contracts.";

        assertThat(of("en", null, text)).isEqualTo(of("en", null, text));
    }

    @Test
    void isEmpty_forAnEmptyText() {
        assertThat(of("und", null, "")).isEmpty();
    }
}

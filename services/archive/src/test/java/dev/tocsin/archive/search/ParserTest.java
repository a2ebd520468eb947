package dev.tocsin.archive.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
    /** As one reads it: all parts with their signs, in brackets. */
    private static String read(String search) {
        return written(Parser.read(search));
    }

    private static String written(Expression expression) {
        return switch (expression) {
            case Expression.Word word -> word.text();
            case Expression.Phrase phrase -> "\"" + phrase.text() + "\"";
            case Expression.Prefix prefix -> prefix.text() + "*";
            case Expression.Not not -> "!" + written(not.part());
            case Expression.In in -> in.field() + ":" + written(in.part());
            case Expression.All all ->
                all.parts().stream().map(ParserTest::written).collect(Collectors.joining(" & ", "[", "]"));
            case Expression.Any any ->
                any.parts().stream().map(ParserTest::written).collect(Collectors.joining(" | ", "[", "]"));
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            quoteCharacter = '`',
            textBlock =
                    """
                    gas                               = gas
                    gas prices                        = [gas & prices]
                    gas AND prices                    = [gas & prices]
                    gas OR oil prices                 = [gas | [oil & prices]]
                    (gas OR oil) prices               = [[gas | oil] & prices]
                    gas -oil NOT "fuel price"         = [gas & !oil & !"fuel price"]
                    -(gas OR oil)                     = ![gas | oil]
                    NOT NOT gas                       = !!gas
                    protest*                          = protest*
                    title:gas                         = TITLE:gas
                    Title:(gas OR "fuel price")       = TITLE:[gas | "fuel price"]
                    -actor:csto                       = !ACTOR:csto
                    reliability:A-C                   = RELIABILITY:A-C
                    “typographic quotes” «and» „these“ = ["typographic quotes" & "and" & "these"]
                    covid-19                          = covid-19
                    - gas                             = [- & gas]
                    +gas +oil                         = [gas & oil]
                    and or not                        = [and & or & not]
                    газ цены                          = [газ & цены]
                    """)
    void readsWhatPeopleWrite(String search, String meaning) {
        assertThat(read(search)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            quoteCharacter = '`',
            textBlock =
                    """
                    gas "fuel price     = 4 = 15 = quotation mark is not closed
                    (gas OR oil         = 0 = 1 = parenthesis is not closed
                    gas) oil            = 3 = 4 = was not opened
                    gas ()              = 4 = 5 = nothing between
                    gas OR              = 6 = 6 = is missing here
                    OR gas              = 0 = 2 = is missing before this
                    gas AND AND oil     = 8 = 11 = is missing before this
                    NOT                 = 3 = 3 = is missing here
                    colour:red          = 0 = 7 = there is no field 'colour'; there are title, actor
                    http://x            = 0 = 5 = put the words in quotes
                    title: gas          = 0 = 6 = follows the colon at once
                    title:              = 0 = 6 = follows the colon at once
                    title:topic:x       = 0 = 6 = follows the colon at once
                    pro*test            = 3 = 4 = at the end of a word
                    *                   = 0 = 1 = at the end of a word
                    pr*                 = 0 = 3 = at least 3 letters
                    """)
    void saysWhereItIsWrong_andHowToMendIt(String search, int start, int end, String detail) {
        assertThatThrownBy(() -> Parser.read(search)).isInstanceOfSatisfying(SearchSyntaxException.class, e -> {
            assertThat(e.getMessage()).contains(detail);
            assertThat(e.start()).isEqualTo(start);
            assertThat(e.end()).isEqualTo(end);
        });
    }

    @Test
    void bringsNoSearchThatExplodes() {
        assertThatThrownBy(() -> Parser.read("(".repeat(900))).hasMessageContaining("write it flatter");
        assertThatThrownBy(() -> Parser.read("NOT ".repeat(200) + "x")).hasMessageContaining("write it flatter");
        assertThatThrownBy(() -> Parser.read("w ".repeat(40))).hasMessageContaining("more than 32 words");
        assertThatThrownBy(() -> Parser.read("w".repeat(1_001))).hasMessageContaining("the most is 1000");
    }

    @Test
    void takesAnyText_orSaysWhatIsWrong() {
        var random = new Random(6);
        var signs = "ab\"()-*: +ORNTAD«”\n\0\ud83dé".toCharArray();
        for (int i = 0; i < 20_000; i++) {
            var search = new StringBuilder();
            for (int n = random.nextInt(24); n >= 0; n--) {
                search.append(signs[random.nextInt(signs.length)]);
            }
            try {
                Parser.read(search.toString());
            } catch (SearchSyntaxException e) {
                assertThat(e.start()).isBetween(0, search.length());
                assertThat(e.end()).isBetween(e.start(), search.length());
            }
        }
    }
}

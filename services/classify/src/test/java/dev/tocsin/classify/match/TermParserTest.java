package dev.tocsin.classify.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermParserTest {
    private final LanguageAnalyzers analyzers = new LanguageAnalyzers();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | protest                        | They were protesting            | true",
                "en | =protest                       | They were protesting            | false",
                "en | =protest                       | a protest                       | true",
                "en | city hall                      | the hall of the city            | true",
                "en | \"city hall\"                  | the hall of the city            | false",
                "en | \"state of emergency\"         | a state of emergency            | true",
                "en | \"state of emergency\"         | a state in emergency            | false",
                "en | \"tear =gas\"                  | tears and gases; tear gas       | true",
                "en | \"tear =gas\"                  | tear gases                      | false",
                "en | \"police clash\"~2             | clashes broke out with police   | false",
                "en | \"police clash\"~3             | clashes broke out with police   | true",
                "en | \"anti-govern* crowd\"         | an anti-government crowd        | true",
                "en | troops NEAR/2 Almaty           | troops are in Almaty            | true",
                "en | troops NEAR/2 Almaty           | Almaty: the troops              | true",
                "en | troops NEAR/2 Almaty           | troops who are in Almaty        | false",
                "en | troops BEFORE/2 Almaty         | Almaty sees troops              | false",
                "en | (troops OR soldiers) NEAR (Almaty OR Taraz) | soldiers were seen in Taraz | true",
                "en | a NEAR/0 protest               | a protest                       | true",
                "en | riot OR unrest AND police      | riot                            | true",
                "en | (riot OR unrest) AND police    | riot                            | false",
                "en | strike -air                    | an air strike                   | false",
                "en | strike NOT air                 | a strike                        | true",
                "en | wom?n                          | women                           | true",
                "en | colo*r                         | colours and colour              | true",
                "en | AC\\/DC                        | AC/DC plays                     | true",
                "en | sit-in                         | a sit-in                        | true",
                "fr | \"état d'urgence\"             | l’état d’urgence                | true",
                "fr | \"d'État\"                     | un coup d'État                  | true",
                "it | \"forze dell'ordine\"          | le forze dell'ordine            | true",
                "it | \"in piazza contro\"           | tutti in piazza contro          | true",
                "it | \"in piazza contro\"           | la piazza contro                | false",
                "pl | \"wyszli na ulic*\"            | Ludzie wyszli na ulicę          | true",
                "pl | (rosyjsk* OR obc*) NEAR/1 wojsk* | rosyjskie i wojskowe          | true",
                "zh | 维和部队                         | 集安组织维和部队抵达              | true",
                "zh | 维和部队                         | 部队维和                         | false",
                "en | fn:maxwidth(4 fn:unordered(fn:or(troops soldiers) almaty)) | Almaty has more soldiers | true",
                "en | fn:maxwidth(3 fn:unordered(fn:or(troops soldiers) almaty)) | Almaty has more soldiers | false",
                "en | fn:maxgaps(1 fn:ordered(fn:or(russian foreign) troops))     | Russian airborne troops  | true",
            })
    void findsWhatTheManualSays(String language, String term, String text, boolean found) throws TermSyntaxException {
        assertThat(finds(language, term, text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(riot                 | a '(' is not closed",
                "riot)                 | a ')' has no '('",
                "riot OR               | it ends where a word should follow",
                "OR riot               | 'OR' stands where a word should",
                "NEAR/5 riot           | 'NEAR/5' stands where a word should",
                "riot NEAR/x police    | 'x' is no number of words: write 0 to 1000",
                "riot NEAR/5000 police | '5000' words are too many: write 0 to 1000",
                "\"riot                | a '\"' is not closed",
                "\"\"                  | a phrase is empty",
                "riot -                | stands alone",
                "riot \\               | stands at the end",
                "*riot                 | begins with '*' or '?'",
                "fn:riot(a b)          | 'fn:riot' is no function of packs",
                "fn:or                 | after fn:or a '(' is missing",
                "fn:or()               | fn:or is empty",
                "fn:maxwidth(5 riot)   | takes a number and one fn:ordered or fn:unordered",
                "title:riot            | a term cannot name a field",
            })
    void saysWhatIsWrong(String term, String reason) {
        assertThatExceptionOfType(TermSyntaxException.class)
                .isThrownBy(() -> parse("en", term))
                .withMessageContaining(reason);
    }

    @Test
    void refusesWhatWouldTakeTooLong() {
        for (var term : new String[] {"(".repeat(100) + "riot", "fn:or(".repeat(100), "riot ".repeat(1000)}) {
            assertThatExceptionOfType(TermSyntaxException.class).isThrownBy(() -> parse("en", term));
        }
    }

    @Nested
    class Anchors {
        @Test
        void areTheWordsOfWhichATextMustHaveOne() throws TermSyntaxException {
            assertThat(anchors("protests")).containsExactly("protest");
            assertThat(anchors("riot OR unrest")).containsExactlyInAnyOrder("riot", "unrest");
            assertThat(anchors("strike NOT airborne")).containsExactly("strike");
            assertThat(anchors("demonstrator*")).containsExactly("demonstrator");
            assertThat(anchors("colo*r")).containsExactly("colo");
        }

        @Test
        void areFewAndLong_whenAllMustOccur() throws TermSyntaxException {
            assertThat(anchors("city parliament hall")).containsExactly("parliament");
            assertThat(anchors("riot AND (police OR army)")).containsExactly("riot");
            assertThat(anchors("(troops OR soldiers) NEAR/5 kazakhstan")).containsExactly("kazakhstan");
        }

        @Test
        void areNone_whenTheTermAsksForNothing() throws TermSyntaxException {
            assertThat(anchors("the of")).isEmpty();
            assertThat(anchors("NOT riot")).isEmpty();
        }

        private Set<String> anchors(String term) throws TermSyntaxException {
            return parse("en", term).anchors().stream()
                    .map(word -> word.atom().literal())
                    .collect(Collectors.toSet());
        }
    }

    private boolean finds(String language, String term, String text) throws TermSyntaxException {
        var reader = reader(language);
        var numbers = new HashMap<Atom, Integer>();
        var expression = new TermParser(new TermWords(reader, reader.stems(), numbers)).parse(term);
        var words = new KnownWords(new WordTable(), 0, reader, new Vocabulary(numbers));
        return !expression.in(words.find(text)).isEmpty();
    }

    private Expression parse(String language, String term) throws TermSyntaxException {
        var reader = reader(language);
        return new TermParser(new TermWords(reader, reader.stems(), new HashMap<>())).parse(term);
    }

    private WordReader reader(String language) {
        return new WordReader(analyzers.stemming(language).orElse(null), analyzers.exact());
    }
}

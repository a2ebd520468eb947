package dev.tocsin.classify.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.TopicPack.Signal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownWordsTest {
    private final LanguageAnalyzers analyzers = new LanguageAnalyzers();

    /** Spaces of several kinds, apostrophes, hyphens, figures, abbreviations, scripts without spaces. */
    private static final List<String> TEXTS = List.of(
            "The U.S. envoy's car-park, 1,200.50 metres from l'hôtel d'État: \"don't\" e-mail a_b@c.example!",
            "Протесты в Алма-Ате: 10\u00a0000 человек, т.е. «митинг» — Королёва…",
            "抗议者 在 阿拉木图 集会，警方说。 デモ隊が 庁舎を囲んだ。 시위대가 광장에 모였다.",
            "Cittá dell'altro; nell’aria. Die Straßenbahn-Linie\tfährt\u202f5 km. İstanbul'da yürüyüş",
            "المتظاهرون في الساحة، ١٢٣ شخصا. प्रदर्शनकारी चौक पर हैं। Ցույց Երևանում:");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exact", "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "hi", "hu", "hy", "id",
                "it", "lt", "lv", "nb", "nl", "pt", "ro", "ru", "sr", "sv", "tr"
            })
    void everyAnalyzerSeesAWordByItself(String language) throws IOException {
        var analyzer = language.equals("exact")
                ? analyzers.exact()
                : analyzers.stemming(language).orElseThrow();
        for (var text : TEXTS) {
            var byWord = new ArrayList<String>();
            for (var word : text.split("[\\s\u00a0]+")) {
                word = word.replaceAll("^[\"(«“„]+|[\".,;:!?)»”…]+$", "");
                byWord.addAll(tokens(analyzer, word));
            }
            assertThat(byWord).as(text).containsExactlyElementsOf(tokens(analyzer, text));
        }
    }

    @Test
    void findsTerms_alsoOfWordsMetBefore() throws BadTermException {
        var terms = terms("protest", "riot*", "\"tear gas\"");
        for (int i = 0; i < 2; i++) {
            assertThat(found(terms, "They were protesting, and rioters came.")).containsExactly(0, 1);
            assertThat(found(terms, "Nothing of the kind happened.")).isEmpty();
            assertThat(found(terms, "gas prices")).isEmpty();
            assertThat(found(terms, "tear gas, tear gas")).containsExactly(2);
        }
    }

    @Test
    void staysRight_whenMoreWordsComeThanItRemembers() throws BadTermException {
        var terms = terms("protest");
        var flood = IntStream.range(0, 30_000)
                .mapToObj(i -> "w" + Integer.toString(i, 36))
                .collect(Collectors.joining(" "));

        assertThat(found(terms, flood)).isEmpty();
        assertThat(found(terms, flood + " protests")).containsExactly(0);
        assertThat(found(terms, "protests" + "x".repeat(100))).isEmpty();
    }

    private LanguageTerms terms(String... written) throws BadTermException {
        var signals = Arrays.stream(written)
                .map(term -> new Signal("s-" + term.hashCode(), 1.0, Map.of("en", List.of(term))))
                .toList();
        var pack = new TopicPack("t", 1, Map.of("en", "t"), null, List.of(), 1.0, 1.0, signals, List.of(), null);
        return new Compiler(analyzers).compile(List.of(pack), "en");
    }

    private static List<Integer> found(LanguageTerms terms, String text) {
        var found = new ArrayList<Integer>();
        terms.find(terms.sought(text), (term, spans) -> found.add(term.signal()));
        return found;
    }

    private static List<String> tokens(Analyzer analyzer, String text) throws IOException {
        var words = new ArrayList<String>();
        try (var tokens = analyzer.tokenStream("text", text)) {
            var token = tokens.getAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(token.toString());
            }
        }
        return words;
    }
}

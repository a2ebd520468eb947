package dev.tocsin.ingest.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitiesTest {
    private final Forgiven forgiven = new Forgiven();
    private final Entities entities = new Entities(forgiven);

    private String decoded(String text) {
        return entities.decode(text, 0, text.length());
    }

    @ParameterizedTest
    @CsvSource({
        "a &amp; b, a & b",
        "&lt;&gt;&quot;&apos;, <>\"'''",
        "&amp;lt;, &lt;",
        "&#65;&#x41;&#X41;, AAA",
        "&#8212;, —",
        "&#151;, —",
        "&#x1F600;, 😀",
        "&nbsp;|&eacute;|&CounterClockwiseContourIntegral;, \u00A0|é|∳",
        "& &; &x &#; &#x; &#xg;, & &; &x &#; &#x; &#xg;",
        "&#65 B, A B",
        "&#99999999999999999999;, \uFFFD",
        "&#xD800;, \uFFFD",
        "&#0;, \uFFFD"
    })
    void decodes(String written, String meant) {
        assertThat(decoded(written)).isEqualTo(meant.replace("'''", "'"));
    }

    @Test
    void keepsTheFirstOfTwoDeclarations() {
        entities.declare("a", "one");
        entities.declare("a", "two");
        assertThat(decoded("&a;")).isEqualTo("one");
    }

    @Test
    void readsDeclaredCharacters_howeverOftenTheyWereEscaped() {
        entities.declare("dash", "&#38;#8212;");
        entities.declare("firm", "A &amp; B");
        assertThat(decoded("&dash; &firm;")).isEqualTo("— A & B");
    }

    @Test
    void leavesNestedOnesAlone_whileTheyAreSmall() {
        entities.declare("a", "x");
        entities.declare("b", "&a;&a;");
        assertThat(decoded("&b;")).isEqualTo("&b;");
        assertThat(forgiven.codes()).contains("nested-entity-not-expanded");
    }

    @Test
    void refusesWhatGrows_isEndlessOrIsElsewhere() {
        entities.declare("a0", "x".repeat(1_000));
        for (int i = 1; i < 30; i++) {
            entities.declare("a" + i, ("&a" + (i - 1) + ";").repeat(10));
        }
        entities.declare("loop", "&loop;");
        entities.declareExternal("secret");
        for (var name : new String[] {"&a29;", "&loop;", "&secret;"}) {
            assertThatThrownBy(() -> decoded(name))
                    .isInstanceOfSatisfying(RefusedXmlException.class, e -> assertThat(e.kind())
                            .isEqualTo(RefusedXmlException.Cause.ENTITY));
        }
    }

    @Test
    void refusesManySmallOnes_whenTheyGrowTogether() {
        entities.declare("a", "x".repeat(XmlLimits.ENTITY_LENGTH));
        assertThat(decoded("&a;".repeat(100))).hasSize(100 * XmlLimits.ENTITY_LENGTH);
        assertThatThrownBy(() -> decoded("&a;".repeat(200))).hasMessageContaining("grow");
    }

    @Test
    void keepsOnlySoMany_andNoneTooLong() {
        entities.declare("long", "x".repeat(XmlLimits.ENTITY_LENGTH + 1));
        assertThat(decoded("&long;")).isEqualTo("&long;");
        assertThat(forgiven.codes()).contains("entity-not-kept");
    }
}

package dev.tocsin.ingest.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlReaderTest {
    private final Forgiven forgiven = new Forgiven();

    private XmlReader reader(String document) {
        return new XmlReader(document, Set.of("item"), Set.of("title"), Set.of("title", "link"), forgiven);
    }

    private Element first(String document) {
        var reader = reader(document);
        return reader.fill(reader.next());
    }

    private static List<String> names(Element e) {
        var names = new ArrayList<String>();
        e.children().forEach(c -> names.add(c instanceof Element child ? child.name() : "#"));
        return names;
    }

    @Test
    void readsAnElementWithAllThatIsInIt() {
        var e = first("<a x='1' Y=\"&lt;2\"><b>one</b> and <c/>two</a>");
        assertThat(e.name()).isEqualTo("a");
        assertThat(e.attribute("x")).isEqualTo("1");
        assertThat(e.attribute("y")).isEqualTo("<2");
        assertThat(e.attribute("z")).isNull();
        assertThat(e.attribute("z", "none")).isEqualTo("none");
        assertThat(names(e)).containsExactly("b", "#", "c", "#");
        assertThat(e.text()).isEqualTo("one and two");
        assertThat(e.text("b")).isEqualTo("one");
        assertThat(e.text("d")).isEmpty();
        assertThat(forgiven.codes()).isEmpty();
    }

    @Test
    void handsOverElementByElement_withinContainers() {
        var reader = reader("<rss><channel>text<item>1</item><item>2</item></channel><more/></rss>");
        var seen = new ArrayList<String>();
        for (var e = reader.next(); e != null; e = reader.next()) {
            if (e.name().equals("item")) {
                seen.add(reader.fill(e).text());
            } else {
                seen.add(e.name());
                reader.enter(e);
            }
        }
        assertThat(seen).containsExactly("rss", "channel", "1", "2", "more");
    }

    @Test
    void skipsNothing_whenAnElementIsNeitherEnteredNorFilled() {
        var reader = reader("<a><b>x</b></a>");
        assertThat(reader.next().name()).isEqualTo("a");
        assertThat(reader.next().name()).isEqualTo("b");
        assertThat(reader.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'<a><b>x</a>', '[b]', unclosed-element",
        "'<a>x</b></a>', '[#]', stray-end-tag",
        "'<a>x', '[#]', truncated",
        "'<a><b', '[]', truncated",
        "'<a><title>x<link>y</link></a>', '[title, link]', unclosed-element",
        "'<a><p>x<p>y</a>', '[p, p]', unclosed-element",
        "'<a>1 < 2</a>', '[#, #]', stray-less-than",
        "'<a>x & y</a>', '[#]', stray-ampersand",
        "'<a>&eacute;</a>', '[#]', undeclared-entity",
        "'<a>&nosuch;</a>', '[#]', unknown-entity",
        "'<a><x:b/></a>', '[x:b]', undeclared-namespace",
        "'<a><![CDATA[x</a>', '[#]', unclosed-cdata",
        "'<a b=c>x</a>', '[#]', broken-attribute",
        "'<a>&#0;</a>', '[#]', impossible-character"
    })
    void forgives(String document, String children, String code) {
        assertThat(names(first(document)).toString()).isEqualTo(children);
        assertThat(forgiven.codes()).contains(code);
    }

    @Test
    void knowsNamespacesByTheirAddress_andPrefixesOnlyWhereTheyAreNotDeclared() {
        assertThat(first("<x:creator xmlns:x='http://purl.org/dc/elements/1.1/'/>")
                        .name())
                .isEqualTo("dc:creator");
        assertThat(first("<dc:creator/>").name()).isEqualTo("dc:creator");
        assertThat(first("<a:title xmlns:a='http://www.w3.org/2005/Atom'/>").name())
                .isEqualTo("title");
        assertThat(first("<title xmlns='http://www.w3.org/1999/xhtml'/>").name())
                .isEqualTo("xhtml:title");
        assertThat(first("<title xmlns='https://elsewhere.example/'/>").name()).isEqualTo("title");
        assertThat(first("<z:title xmlns:z='https://elsewhere.example/'/>").name())
                .isEqualTo("z:title");
        assertThat(first("<Item r:about='u' xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>")
                        .attribute("rdf:about"))
                .isEqualTo("u");
    }

    @Test
    void inheritsBaseAndLanguage() {
        var e = first("<a xml:base='https://a.example/x/' xml:lang='en'><b xml:base='y/'><c xml:lang=''/></b><d/></a>");
        var b = (Element) e.children().get(0);
        var c = (Element) b.children().get(0);
        var d = (Element) e.children().get(1);
        assertThat(b.base()).isEqualTo("https://a.example/x/y/");
        assertThat(b.language()).isEqualTo("en");
        assertThat(c.language()).isNull();
        assertThat(c.base()).isEqualTo("https://a.example/x/y/");
        assertThat(d.base()).isEqualTo("https://a.example/x/");
    }

    @Test
    void writesWhatIsInsideAsHtml() {
        var e = first("<a>x &lt; y <h:b xmlns:h='http://www.w3.org/1999/xhtml' c='\"&amp;'>z</h:b><br/></a>");
        assertThat(InnerMarkup.of(e, true)).isEqualTo("x &lt; y <b c=\"&quot;&amp;\">z</b><br />");
        assertThat(InnerMarkup.of(e, false)).isEqualTo("x < y <b c=\"&quot;&amp;\">z</b><br />");
    }

    @Test
    void endsWhereAContainerEnds_whateverIsOpenInIt() {
        var reader = reader("<channel><image><url>x</channel><after/>");
        reader.enter(reader.next());
        var image = reader.fill(reader.next());
        assertThat(image.text("url")).isEqualTo("x");
        assertThat(reader.next().name()).isEqualTo("after");
    }

    @Test
    void refusesNestingBeyondTheLimit_andElementsWithoutEnd() {
        assertThatThrownBy(() -> first("<a>".repeat(XmlLimits.DEPTH + 1)))
                .isInstanceOfSatisfying(
                        RefusedXmlException.class, e -> assertThat(e.kind()).isEqualTo(RefusedXmlException.Cause.SIZE));
        assertThatThrownBy(() -> first("<a>" + "<b/>".repeat(XmlLimits.ELEMENTS + 1)))
                .hasMessageContaining("elements");
    }

    @Test
    void cutsTextAttributesAndTheirNumber_atTheirLimits() {
        assertThat(first("<a>" + "x".repeat(XmlLimits.TEXT_LENGTH + 1) + "</a>").text())
                .hasSize(XmlLimits.TEXT_LENGTH);
        assertThat(first("<a b='" + "x".repeat(XmlLimits.ATTRIBUTE_LENGTH + 1) + "'/>")
                        .attribute("b"))
                .hasSize(XmlLimits.ATTRIBUTE_LENGTH);
        var many = new StringBuilder("<a");
        for (int i = 0; i <= XmlLimits.ATTRIBUTES; i++) {
            many.append(" b").append(i).append("='c'");
        }
        assertThat(first(many + "/>").attribute("b" + XmlLimits.ATTRIBUTES)).isNull();
        assertThat(forgiven.codes()).containsExactly("long-text", "long-attribute", "too-many-attributes");
    }
}

package dev.tocsin.ingest.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Whatever the text is, it is read to its end or refused, and no deeper than is allowed. */
class XmlReaderFuzzTest {
    @FuzzTest(maxDuration = "5m")
    void cutsAnythingIntoElements(byte[] document) {
        var text = new String(document, StandardCharsets.UTF_8);
        var reader = new XmlReader(text, Set.of("item"), Set.of("title"), Set.of("title", "link"), new Forgiven());
        try {
            for (var element = reader.next(); element != null; element = reader.next()) {
                if (element.name().equals("rss")) {
                    reader.enter(element);
                } else {
                    assertThat(depth(reader.fill(element))).isLessThanOrEqualTo(XmlLimits.DEPTH);
                    assertThat(InnerMarkup.of(element, true)).isNotNull();
                }
            }
        } catch (RefusedXmlException e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }

    private static int depth(Element element) {
        int deepest = 0;
        for (var child : element.children()) {
            if (child instanceof Element inner) {
                deepest = Math.max(deepest, depth(inner));
            }
        }
        return deepest + 1;
    }
}

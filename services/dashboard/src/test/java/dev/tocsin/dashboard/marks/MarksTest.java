package dev.tocsin.dashboard.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final String TEXT = "Crowds gather in the square";

    private static Span span(int start, int end, String topic) {
        return new Span(start, end, topic, topic + ":" + start);
    }

    private static List<String> marked(String text, Span... spans) {
        return Marks.split(text, List.of(spans)).stream()
                .filter(Piece::marked)
                .map(Piece::text)
                .toList();
    }

    private static String joined(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    @Test
    void marksTheWordsOfTheEvidence() {
        assertThat(Marks.split(TEXT, List.of(span(0, 6, "protests"), span(21, 27, "protests"))))
                .extracting(Piece::text, Piece::marked)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Crowds", true),
                        org.assertj.core.groups.Tuple.tuple(" gather in the ", false),
                        org.assertj.core.groups.Tuple.tuple("square", true));
    }

    @Test
    void splitsOverlaps_soThatEachPieceKnowsAllItsTopics() {
        var pieces = Marks.split(TEXT, List.of(span(0, 13, "protests"), span(7, 16, "csto")));

        assertThat(pieces).extracting(Piece::text).containsExactly("Crowds ", "gather", " in", " the square");
        assertThat(pieces.get(1).topics()).containsExactly("protests", "csto");
        assertThat(pieces.get(1).label()).isEqualTo("protests:0 · csto:7");
    }

    @Test
    void namesATopicOnce_whenTwoOfItsSignalsFireOnTheSameWords() {
        var piece = Marks.split(TEXT, List.of(new Span(0, 6, "protests", "a"), new Span(0, 6, "protests", "b")))
                .getFirst();

        assertThat(piece.topics()).containsExactly("protests");
        assertThat(piece.labels()).containsExactly("a", "b");
    }

    @Test
    void cutsASpanToTheText_whenItReachesOut() {
        assertThat(marked(TEXT, span(21, 9_999, "x"))).containsExactly("square");
        assertThat(marked(TEXT, span(500, 900, "x"), span(-5, -1, "x"), span(9, 3, "x")))
                .isEmpty();
    }

    @Test
    void tearsNoCharacter_whenABorderIsInsideASurrogatePair() {
        var text = "fire 🔥🔥 now";

        assertThat(marked(text, span(6, 8, "x"))).containsExactly("🔥");
        assertThat(joined(Marks.split(text, List.of(span(6, 8, "x"))))).isEqualTo(text);
    }

    @Test
    void hasNoPieces_whenTheTextIsEmpty() {
        assertThat(Marks.split("", List.of(span(0, 4, "x")))).isEmpty();
    }

    @Test
    void losesAndInventsNothing_forAnySpans() {
        var random = new Random(5);
        for (int round = 0; round < 300; round++) {
            var spans = new ArrayList<Span>();
            for (int i = random.nextInt(12); i > 0; i--) {
                spans.add(span(random.nextInt(-3, 40), random.nextInt(-3, 40), "t" + random.nextInt(3)));
            }

            var pieces = Marks.split(TEXT, spans);

            assertThat(joined(pieces)).isEqualTo(TEXT);
            assertThat(pieces).noneMatch(p -> p.text().isEmpty());
            assertThat(pieces.stream()
                            .filter(Piece::marked)
                            .mapToInt(p -> p.text().length())
                            .sum())
                    .isEqualTo(covered(spans));
        }
    }

    private static int covered(List<Span> spans) {
        int covered = 0;
        for (int i = 0; i < TEXT.length(); i++) {
            int unit = i;
            covered += spans.stream().anyMatch(s -> s.start() <= unit && unit < s.end()) ? 1 : 0;
        }
        return covered;
    }
}

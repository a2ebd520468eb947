package dev.tocsin.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms are those of the W3C Recommendation "Trace Context", its examples among them. */
class TraceParentTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
                // a later version is read as far as it is known
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-the-future-brings"
            })
    void continuesTheTraceInAHeader_withAParentOfItsOwn(String header) {
        var next = TraceParent.continuing(header).value();

        assertThat(next).startsWith("00-" + TRACE + "-").doesNotContain(PARENT).endsWith(header.substring(52, 55));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.what",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "traceparent"
            })
    void startsANewTrace_whenTheHeaderIsMissingOrMalformed(String header) {
        assertThat(TraceParent.continuing(header).value())
                .doesNotContain(TRACE)
                .endsWith("-01")
                .hasSize(55);
    }

    @Test
    void passesOnNoFlagButSampled() {
        var next = TraceParent.continuing("00-" + TRACE + "-" + PARENT + "-ff");

        assertThat(next.value()).endsWith("-01");
    }

    @Test
    void keepsTheTraceAndItsFlags_inTheNextStep() {
        var first = new TraceParent("00-" + TRACE + "-" + PARENT + "-00");

        assertThat(first.next().value())
                .startsWith("00-" + TRACE)
                .endsWith("-00")
                .isNotEqualTo(first.value());
    }

    @Test
    void neverStartsTheSameTraceTwice() {
        assertThat(IntStream.range(0, 1000).mapToObj(i -> TraceParent.start()).distinct())
                .hasSize(1000);
    }

    @Test
    void refusesAValueThatIsNone() {
        assertThatThrownBy(() -> new TraceParent("00-1-2-01")).hasMessageContaining("not a W3C traceparent");
    }

    @Test
    void knowsItsIds_andWhoWasBefore() {
        var first = TraceParent.start();
        var next = first.next();

        assertThat(first.parent()).isNull();
        assertThat(next.trace()).isEqualTo(first.trace()).hasSize(32);
        assertThat(next.parent()).isEqualTo(first.span()).hasSize(16);
        assertThat(next.value()).isEqualTo("00-" + next.trace() + "-" + next.span() + "-01");
        assertThat(next.isSampled()).isTrue();
        assertThat(TraceParent.continuing("00-" + TRACE + "-" + PARENT + "-00").isSampled())
                .isFalse();
    }
}

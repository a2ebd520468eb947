package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvLineTest {
    @Test
    void quotesEachField_andMakesNoFormula() {
        assertThat(CsvLine.of("a", "say \"hi\"", null, "=HYPERLINK(1)", "+1", "-1", "@x", "1-2"))
                .isEqualTo("\"a\",\"say \"\"hi\"\"\",\"\",\"'=HYPERLINK(1)\",\"'+1\",\"'-1\",\"'@x\",\"1-2\"\r\n");
    }
}

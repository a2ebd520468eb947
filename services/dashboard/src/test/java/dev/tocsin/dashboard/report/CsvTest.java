package dev.tocsin.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void quotesTexts_andLeavesNumbersAsTheyAre() {
        assertThat(Csv.row("a \"b\", c\nd", -5L, null, true)).isEqualTo("\"a \"\"b\"\", c\nd\",-5,\"\",true\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
    void letsNoSpreadsheetCompute(String text) {
        assertThat(Csv.row(text)).startsWith("\"'" + text.charAt(0));
    }
}

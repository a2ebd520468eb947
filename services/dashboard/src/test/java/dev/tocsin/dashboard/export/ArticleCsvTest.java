package dev.tocsin.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleCsvTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    gas          | gas
                    a,b          | "a,b"
                    say "hi"     | "say ""hi\"""
                    =1+1         | '=1+1
                    +49          | '+49
                    -1           | '-1
                    @SUM(A1)     | '@SUM(A1)
                    ＝1          | '＝1
                    =A1,"x"      | "'=A1,""x\"""
                    """)
    void aSpreadsheetReadsTextAsText(String value, String cell) {
        assertThat(ArticleCsv.cell(value)).isEqualTo(cell);
    }

    @Test
    void aLineHasEachColumn_whateverIsMissing() throws Exception {
        var item = Json.mapper()
                .readTree(
                        """
                        {"id":"a","title":"Газ\\n=2","topics":[{"topic":"t1"},{"topic":"t2"}],"source":{"name":"Wire"},
                         "actors":[{"name":"CSTO"},{"name":"CSTO"}],"url":null}""");

        assertThat(ArticleCsv.line(item)).isEqualTo("a,,\"Газ\n=2\",,Wire,,,\"t1; t2\",CSTO,,,\r\n");
        assertThat(ArticleCsv.head()).startsWith("\ufeffid,eventTime,title,").endsWith("excerpt\r\n");
        assertThat(ArticleCsv.line(Json.mapper().readTree("{}")).chars().filter(c -> c == ','))
                .hasSize(11);
    }
}

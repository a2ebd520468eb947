package dev.tocsin.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2022-01-05T18:30:00+06:00 | 2022-01-05T12:30:00Z
            2022-01-05T12:30:00.123Z | 2022-01-05T12:30:00Z
            2022-01-05T18:30+0600 | 2022-01-05T12:30:00Z
            2022-01-05T18:30:00 +06:00 | 2022-01-05T12:30:00Z
            2022-01-05 12:30:00 | 2022-01-05T12:30:00Z
            2022-01-05 12:30:00 UTC | 2022-01-05T12:30:00Z
            2022-01-05 18:30:00 UTC+06:00 | 2022-01-05T12:30:00Z
            2022-01-05T09:00:00-03:30 | 2022-01-05T12:30:00Z
            2022/01/05 12:30 | 2022-01-05T12:30:00Z
            2022-1-5 12:30 PM | 2022-01-05T12:30:00Z
            2022-01-05 12:30 am | 2022-01-05T00:30:00Z
            20220105T123000Z | 2022-01-05T12:30:00Z
            1641385800 | 2022-01-05T12:30:00Z
            1641385800000 | 2022-01-05T12:30:00Z
            Wed, 05 Jan 2022 12:30:00 +0000 | 2022-01-05T12:30:00Z
            Jan 5, 2022 12:30 PM | 2022-01-05T12:30:00Z
            05.01.2022 12:30 | 2022-01-05T12:30:00Z
            """)
    void readsTheHour(String text, Instant at) {
        assertThat(PageDate.parse(text)).contains(new PageDate(at, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-01-05",
                "2022/1/5",
                "20220105",
                "January 5, 2022",
                "Jan. 5, 2022",
                "5 January 2022",
                "05.01.2022",
                " 2022-01-05 "
            })
    void readsTheDay_whenThereIsNoHour(String text) {
        assertThat(PageDate.parse(text)).contains(new PageDate(Instant.parse("2022-01-05T00:00:00Z"), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "05/01/2022",
                "2022-13-05",
                "2022-02-30",
                "0000-00-00",
                "0001-01-01T00:00:00Z",
                "2022-01-05T25:99",
                "{{date}}",
                "9999999999999",
                "12",
                "2022-01-05T12:30+99:00",
                "99999999999999999999999999",
                "1899-01-01"
            })
    void isUnknown_whenItSaysNoTrueDay(String text) {
        assertThat(PageDate.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example/2022/01/05/ferry, 2022-01-05T00:00:00Z",
        "https://news.example/news/2022-01-05-ferry.html, 2022-01-05T00:00:00Z",
        "https://news.example/20220105/ferry, 2022-01-05T00:00:00Z"
    })
    void findsTheDayInAnAddress(String url, Instant day) {
        assertThat(PageDate.inAddress(url)).contains(new PageDate(day, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example/2022/01/",
                "https://news.example/a-20220199",
                "https://news.example/1234567890",
                "https://news.example/2022/02/30/x",
                ""
            })
    void findsNoDay_whenTheAddressHasNone(String url) {
        assertThat(PageDate.inAddress(url)).isEmpty();
    }
}

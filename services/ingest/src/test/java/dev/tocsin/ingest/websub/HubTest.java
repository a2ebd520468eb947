package dev.tocsin.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubTest {
    private static final URI ASKED = URI.create("https://courier.example/rss");
    private static final URI HUB = URI.create("https://hub.example/");
    private static final URI SELF = URI.create("https://courier.example/feed");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://hub.example/>; rel=\"hub\", <https://courier.example/feed>; rel=\"self\"",
                "<https://hub.example/>;rel=hub,</feed>;rel=self",
                "</feed>; title=\"a; b\"; rel=\"self\", <https://hub.example/>; type=\"x\"; rel=\"HUB other\""
            })
    void readsLinkHeaders(String header) {
        assertThat(Hub.of(ASKED, List.of(header), null, null)).contains(new Hub(HUB, SELF));
    }

    @Test
    void readsHeadersThatCameOneByOne() {
        var headers = List.of("</style.css>; rel=preload", "<https://hub.example/>; rel=hub", "</feed>; rel=self");
        assertThat(Hub.of(ASKED, headers, null, null)).contains(new Hub(HUB, SELF));
    }

    @Test
    void readsWhatStandsInTheFeed_whereTheHeadersSayNothing() {
        assertThat(Hub.of(ASKED, List.of(), "https://hub.example/", "/feed")).contains(new Hub(HUB, SELF));
        assertThat(Hub.of(ASKED, List.of("<https://hub.example/>; rel=hub"), "https://other.example/", null))
                .contains(new Hub(HUB, ASKED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://hub.example/>",
                "<https://hub.example/>; rel=hubbub",
                "<ftp://hub.example/>; rel=hub",
                "<javascript:alert(1)>; rel=hub",
                "<https://user:pw@hub.example/>; rel=hub",
                "<ht tp://hub>; rel=hub",
                "<http://>; rel=hub",
                "hub"
            })
    void isNone_whenNoHubIsNamedThatCouldBeAsked(String header) {
        assertThat(Hub.of(ASKED, List.of(header), null, null)).isEmpty();
        assertThat(Hub.of(ASKED, List.of(), " ", null)).isEmpty();
    }

    @Test
    void takesNoTime_whenTheHeaderIsHuge() {
        var header = "<a>;rel=".repeat(200_000);
        assertThat(Hub.of(ASKED, List.of(header), null, null)).isEmpty();
    }
}

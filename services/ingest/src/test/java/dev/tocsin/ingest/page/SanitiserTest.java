package dev.tocsin.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitiserTest {
    private static final String BASE = "https://news.example/a/b";
    private static final Pattern LIVE = Pattern.compile(
            "<(?!/?(?:p|br|hr|h[1-6]|pre|blockquote|figure|figcaption|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|th|td|a|em|strong"
                    + "|b|i|u|s|del|ins|mark|small|sub|sup|q|cite|code|abbr|time)\\b)|<[^>]*\\s(?:on\\w+|style|src|srcset|class|id)\\s*=");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<scr<script>ipt>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<p onclick=alert(1)>x</p>",
                "<p style='background:url(javascript:alert(1))'>x</p>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href='JaVaScRiPt:alert(1)'>x</a>",
                "<a href=' &#14; javascript:alert(1)'>x</a>",
                "<a href='java\tscript:alert(1)'>x</a>",
                "<a href='java&#10;script:alert(1)'>x</a>",
                "<a href='&#106;avascript&colon;alert(1)'>x</a>",
                "<a href='javascript&#58;alert(1)'>x</a>",
                "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
                "<a href='vbscript:msgbox(1)'>x</a>",
                "<a href='file:///etc/passwd'>x</a>",
                "<a href='blob:https://news.example/1'>x</a>",
                "<a href='https://news.example' onmouseover=alert(1) style=x target=_blank>x</a>",
                "<svg onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
                "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
                "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
                "<textarea><p title='</textarea><img src=x onerror=alert(1)>'></textarea>",
                "<template><img src=x onerror=alert(1)></template>",
                "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<iframe src=javascript:alert(1)>",
                "<object data=javascript:alert(1)></object><embed src=javascript:alert(1)>",
                "<form action=javascript:alert(1)><input type=submit><button formaction=javascript:alert(1)>x</button></form>",
                "<base href='javascript:/x/'><a href='alert(1)'>x</a>",
                "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
                "<link rel=stylesheet href=//evil.example/x.css>",
                "<style>@import '//evil.example/x.css';</style>",
                "<details open ontoggle=alert(1)>x</details>",
                "<video><source onerror=alert(1)></video>",
                "<table background='javascript:alert(1)'><tr><td>x</td></tr></table>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<![CDATA[><img src=x onerror=alert(1)>]]>",
                "<?xml version='1.0'?><p onload=alert(1)>x</p>",
                "<p/onclick=alert(1)>x",
                "<a\u0000href='javascript:alert(1)'>x</a>",
                "<abbr title='\"><img src=x onerror=alert(1)>'>x</abbr>",
                "<time datetime='\"><script>alert(1)</script>'>x</time>",
                "<select><style></select><img src=x onerror=alert(1)></style>",
                "<isindex type=image src=1 onerror=alert(1)>",
                "<marquee onstart=alert(1)>x</marquee>",
                "<portal src=javascript:alert(1)>",
                "<listing>&lt;img onerror=alert(1) src=x&gt;</listing>"
            })
    void leavesNothingThatRunsOrLoads(String hostile) {
        var clean = Sanitiser.clean("<p>before</p>" + hostile + "<p>after</p>", BASE);
        assertThat(LIVE.matcher(clean.replaceAll("(title|datetime)=\"[^\"]*\"", ""))
                        .find())
                .as(clean)
                .isFalse();
        assertThat(clean.toLowerCase(Locale.ROOT)).doesNotContainPattern("href=\"(?!https?://)");
        assertThat(Sanitiser.clean(clean, BASE)).as("cleaned again").isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource({
        "<p>Half <b>bold</b></p>, <p>Half <b>bold</b></p>",
        "<div><p>one</p><span>two</span></div>, <p>one</p>two",
        "<ul><li>a<li>b</ul>, <ul><li>a</li><li>b</li></ul>",
        "'<a href=\"https://a.example/x?a=1&amp;b=2\">x</a>', '<a href=\"https://a.example/x?a=1&amp;b=2\" rel=\"nofollow noopener\">x</a>'",
        "<a href=../c>x</a>, '<a href=\"https://news.example/c\" rel=\"nofollow noopener\">x</a>'",
        "<a href=//b.example/>x</a>, '<a href=\"https://b.example/\" rel=\"nofollow noopener\">x</a>'",
        "<a href=x rel=opener>x</a>, '<a href=\"https://news.example/a/x\" rel=\"nofollow noopener\">x</a>'",
        "1 < 2 &amp; 3, 1 &lt; 2 &amp; 3",
        "<td colspan=2>x</td>, x",
        "Порт &nbsp;открыт, Порт &#xa0;открыт"
    })
    void keepsTextAndItsStructure(String html, String clean) {
        assertThat(Sanitiser.clean(html, BASE)).isEqualTo(clean);
    }

    @Test
    void dropsRelativeLinks_whenNoBaseIsKnown() {
        assertThat(Sanitiser.clean("<a href=/c>x</a>", "")).isEqualTo("<a rel=\"nofollow noopener\">x</a>");
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(strings = {"<b>", "<div>", "<p><a href=x>", "<table><tr><td>", "<blockquote>", "<ul><li>"})
    void endsInTime_whenTagsNestWithoutEnd(String tag) {
        assertThat(Sanitiser.clean(tag.repeat(60_000) + "deep", BASE)).isNotNull();
    }
}

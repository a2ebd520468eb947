package dev.tocsin.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallDetectorTest {
    private static final String PARAGRAPH =
            "<p>The harbour council approved a new ferry timetable on Tuesday, adding four crossings a day between pier and island.</p>";
    private static final String LONG = PARAGRAPH.repeat(20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            CONSENT   | We value your privacy. We and our partners store and/or access information on a device.
            CONSENT   | Noi e i nostri partner utilizziamo i cookie. Accetta e continua.
            CONSENT   | Nous et nos partenaires utilisons des cookies. Continuer sans accepter.
            CONSENT   | Wir verwenden Cookies. Alle akzeptieren oder Einstellungen.
            CONSENT   | Utilizamos cookies propias y de terceros.
            CONSENT   | Этот сайт использует файлы cookie.
            CONSENT   | Bu sitede çerezleri kullanıyoruz.
            CONSENT   | Ми використовуємо cookie.
            CONSENT   | 本网站使用 Cookie。
            LOGIN     | You must be logged in to view this page.
            LOGIN     | Effettua il login per leggere.
            LOGIN     | Авторизуйтесь на сайте.
            LOGIN     | Bitte melden Sie sich an.
            LOGIN     | Devam etmek için giriş yapın.
            LOGIN     | Жүйеге кіріңіз.
            CHALLENGE | Verify you are human by completing the action below.
            CHALLENGE | Подтвердите, что вы не робот.
            CHALLENGE | Vérification de votre navigateur en cours.
            CHALLENGE | Перевірка браузера, зачекайте.
            CHALLENGE | 请完成安全验证
            SCRIPT    | Please enable JavaScript to view this site.
            SCRIPT    | Пожалуйста, включите JavaScript.
            SCRIPT    | Abilita JavaScript nel browser.
            SCRIPT    | 请启用JavaScript
            NOT_FOUND | Sorry, the page you requested no longer exists.
            NOT_FOUND | La pagina richiesta non esiste.
            NOT_FOUND | Запрашиваемая страница не существует.
            NOT_FOUND | Die Seite wurde nicht gefunden.
            NOT_FOUND | Cette page n'existe plus.
            """)
    void recognisesAWallByItsWords_whenLittleStandsBesideThem(Wall.Kind kind, String words) {
        var page = PageReader.read("<title>Norwick</title><div><p>" + words + "</p></div>", "");
        assertThat(page.wall().kind()).isEqualTo(kind);
        assertThat(page.wall().evidence()).isNotEmpty();
        assertThat(page.text()).isEmpty();
        assertThat(PageReader.read("<title>Norwick</title><main>" + LONG + "<p>" + words + "</p></main>", "")
                        .wall()
                        .stands())
                .as("beside a long text")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Subscribe to continue reading.
            Per continuare a leggere abbonati.
            Réservé aux abonnés.
            Contenido exclusivo para suscriptores.
            Полный текст доступен подписчикам.
            Okumaya devam etmek için abone olun.
            Щоб читати далі, оформіть передплату.
            订阅后继续阅读
            """)
    void seesAPaywallAndKeepsWhatIsFree(String words) {
        var page = PageReader.read(
                "<main>" + PARAGRAPH.repeat(2) + "</main><div class='c-paywall'><p>" + words + "</p></div>", "");
        assertThat(page.wall().kind()).isEqualTo(Wall.Kind.PAYWALL);
        assertThat(page.wall().hidesAll()).isFalse();
        assertThat(page.text()).contains("harbour council").doesNotContain(words);
    }

    @Test
    void believesAPaywallOnlyAsFarAsTextIsMissing() {
        var declared =
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>";
        assertThat(PageReader.read(declared + "<main>" + PARAGRAPH + "</main>", "")
                        .wall())
                .isEqualTo(new Wall(Wall.Kind.PAYWALL, "isAccessibleForFree: false"));
        assertThat(PageReader.read(declared + "<main>" + LONG + "</main>", "")
                        .wall()
                        .stands())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"404 - Norwick", "Error 404", "404"})
    void seesASoft404ByItsTitle(String title) {
        assertThat(PageReader.read("<title>" + title + "</title><p>Nothing here.</p>", "")
                        .wall()
                        .kind())
                .isEqualTo(Wall.Kind.NOT_FOUND);
    }

    @Test
    void takesAShortBulletinForNoWall() {
        var bulletin = "<title>Ferry runs aground off Norwick</title><h1>Ferry runs aground off Norwick</h1>"
                + "<p>A ferry with forty people on board ran aground off Norwick on Tuesday. Nobody was hurt, the coast guard said.</p>"
                + "<div class='cookie-bar'>We use cookies.</div><form><input type=password></form><a href='/login'>Log in to continue</a>";
        var page = PageReader.read("<meta property='og:type' content='article'>" + bulletin, "");
        assertThat(page.text()).contains("ran aground");
    }
}

package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.language.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloseLanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            da | Borgmesteren sagde, at skolerne bliver lukket på torsdag.
            nb | Ordføreren sa at skolene blir stengt på torsdag.
            sv | Borgmästaren sade att skolorna stängs på torsdag.
            da | Hun vidste ikke, hvad der var sket med hendes cykel.
            nb | Hun visste ikke hva som hadde skjedd med sykkelen hennes.
            sv | Hon visste inte vad som hade hänt med hennes cykel.
            da | Vejret bliver bedre i morgen
            nb | Været blir bedre i morgen
            sv | Vädret blir bättre i morgon
            cs | Starosta řekl, že školy zůstanou ve čtvrtek zavřené.
            sk | Starosta povedal, že školy zostanú vo štvrtok zatvorené.
            sl | Župan je povedal, da bodo šole v četrtek zaprte.
            cs | Nevěděla, co se stalo s jejím kolem.
            sk | Nevedela, čo sa stalo s jej bicyklom.
            sl | Ni vedela, kaj se je zgodilo z njenim kolesom.
            es | El alcalde dijo que las escuelas cerrarán el jueves.
            pt | O prefeito disse que as escolas vão fechar na quinta-feira.
            it | Il sindaco ha detto che le scuole chiuderanno giovedì.
            ro | Primarul a spus că școlile vor fi închise joi.
            fr | Le maire a dit que les écoles fermeront jeudi.
            es | No sabía lo que había pasado con su bicicleta.
            pt | Ela não sabia o que tinha acontecido com a bicicleta.
            it | Non sapeva che cosa fosse successo alla sua bicicletta.
            de | Der Bürgermeister sagte, die Schulen blieben am Donnerstag geschlossen.
            nl | De burgemeester zei dat de scholen donderdag dicht blijven.
            en | The mayor said the schools would stay closed on Thursday.
            fi | Pormestari sanoi, että koulut pysyvät torstaina kiinni.
            et | Linnapea ütles, et koolid jäävad neljapäeval suletuks.
            lv | Mērs sacīja, ka skolas ceturtdien būs slēgtas.
            lt | Meras sakė, kad mokyklos ketvirtadienį bus uždarytos.
            id | Wali kota mengatakan bahwa sekolah akan ditutup pada hari Kamis.
            sq | Kryetari i bashkisë tha se shkollat do të mbyllen të enjten.
            vi | Thị trưởng nói rằng các trường học sẽ đóng cửa vào thứ năm.
            hu | A polgármester azt mondta, hogy az iskolák csütörtökön zárva lesznek.
            ru | Мэр сказал, что школы в четверг будут закрыты.
            uk | Мер сказав, що школи в четвер будуть зачинені.
            be | Мэр сказаў, што школы ў чацвер будуць зачыненыя.
            bg | Кметът каза, че училищата ще бъдат затворени в четвъртък.
            mk | Градоначалникот рече дека училиштата ќе бидат затворени во четврток.
            sr | Градоначелник је рекао да ће школе бити затворене у четвртак.
            ru | Она не знала, что случилось с ее велосипедом.
            bg | Тя не знаеше какво е станало с колелото ѝ.
            mk | Таа не знаеше што се случило со нејзиниот велосипед.
            kk | Әкім мектептер бейсенбі күні жабық болады деді.
            ky | Мэр мектептер бейшемби күнү жабык болорун айтты.
            mn | Хотын дарга сургуулиуд пүрэв гарагт хаалттай байна гэж хэлэв.
            tg | Шаҳрдор гуфт, ки мактабҳо рӯзи панҷшанбе баста мешаванд.
            tr | Belediye başkanı okulların perşembe günü kapalı olacağını söyledi.
            az | Bələdiyyə sədri məktəblərin cümə axşamı bağlı olacağını dedi.
            uz | Hokim maktablar payshanba kuni yopiq bo‘lishini aytdi.
            ar | قال رئيس البلدية إن المدارس ستغلق يوم الخميس.
            fa | شهردار گفت که مدرسه‌ها روز پنجشنبه بسته خواهند بود.
            zh | 市长说，学校星期四将关闭。
            ja | 市長は木曜日に学校が休みになると述べた。
            ja | 東京駅前広場工事終了
            zh | 学校关闭通知
            """)
    void areToldApart(String tag, String text) {
        assertThat(Texts.DETECTOR.detect(null, text).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            sr      | Градоначелник је рекао да ће школе бити затворене.
            sr-Latn | Gradonačelnik je rekao da će škole biti zatvorene.
            sr-Latn | Vlada je juče saopštila da će cene ostati iste.
            uz      | Hokim maktablar yopiq bo'lishini aytdi.
            uz      | Hokim maktablar yopiq boʻlishini aytdi.
            uz-Cyrl | Ҳоким мактаблар пайшанба куни ёпиқ бўлишини айтди.
            uz-Cyrl | Ўзбекистон ҳукумати янги қонун ҳақида хабар берди.
            """)
    void haveASubtag_whenTheyAreInTheirOtherScript(String tag, String text) {
        assertThat(Texts.DETECTOR.detect(null, text).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | government announced      | ru | народная площадь
            it | consiglio regionale       | uk | верховної ради
            de | Bürgermeister verletzt    | bg | българското правителство
            da | hvordan virksomheden      | mk | македонската влада
            nb | regjeringen sykehuset     | be | беларускага ўрада
            cs | ministerstvo školství     | kk | қазақстан үкіметі
            sk | ministerstvo školstva     | ky | кыргыз өкмөтү
            es | gobierno español          | mn | монголын засгийн
            pt | governo português         | tg | ҷумҳурии тоҷикистон
            nl | belangrijke beslissing    | pl | prezydent powiedział
            """)
    void areToldApart_whenThereAreTwoWords(String first, String pair, String second, String other) {
        assertThat(Texts.DETECTOR.detect(null, pair).tag()).isEqualTo(first);
        assertThat(Texts.DETECTOR.detect(null, other).tag()).isEqualTo(second);
    }

    @Test
    void goByWhatTheFeedSays_whenNothingElseTells() {
        var both = "Roma, Milano, Torino";
        assertThat(Texts.DETECTOR.detect(null, "april 2022", "nb").tag()).isEqualTo("nb");
        assertThat(Texts.DETECTOR.detect(null, "april 2022", "sv-SE").tag()).isEqualTo("sv");
        assertThat(Texts.DETECTOR.detect(null, both, "it").tag()).isEqualTo("it");
    }

    @Test
    void goByTheText_whenTheFeedIsWrong() {
        assertThat(Texts.DETECTOR
                        .detect("Il sindaco", "Le scuole resteranno chiuse fino a giovedì.", "en-US")
                        .tag())
                .isEqualTo("it");
        assertThat(Texts.DETECTOR
                        .detect(null, "Школы в четверг будут закрыты, сказал мэр.", "bg")
                        .tag())
                .isEqualTo("ru");
    }

    @Test
    void goByTitleAndTextTogether() {
        assertThat(Texts.DETECTOR
                        .detect("april 2022", "Skolorna stängs på torsdag")
                        .tag())
                .isEqualTo("sv");
    }
}

package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DetectorTest {
    private static final List<String> LANGUAGES = List.of(
            "en", "it", "ru", "uk", "be", "kk", "ky", "uz", "tg", "az", "hy", "ka", "tr", "fa", "ar", "he", "zh", "ja",
            "ko", "fr", "de", "es", "pt", "pl", "cs", "ro", "bg", "sr", "mk", "el", "hi");
    private static final Detector DETECTOR = Detector.load(LANGUAGES, 2000, 0.25);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | Crowds gathered in the main square to protest against the price of fuel.
            it | La folla si è radunata in piazza per protestare contro il prezzo del carburante.
            ru | Люди вышли на площадь, чтобы выразить протест против цен на топливо.
            uk | Люди вийшли на площу, щоб висловити протест проти цін на пальне.
            be | Людзі выйшлі на плошчу, каб выказаць пратэст супраць коштаў на паліва.
            kk | Адамдар жанармай бағасына қарсы наразылық білдіру үшін алаңға шықты.
            ky | Адамдар күйүүчү майдын баасына каршы нааразычылык билдирүү үчүн аянтка чыгышты.
            tg | Мардум барои эътироз ба нархи сӯзишворӣ ба майдон баромаданд.
            uz | Odamlar yoqilg‘i narxiga qarshi norozilik bildirish uchun maydonga chiqishdi.
            az | İnsanlar yanacağın qiymətinə etiraz etmək üçün meydana çıxdılar.
            tr | İnsanlar akaryakıt fiyatlarını protesto etmek için meydana çıktı.
            hy | Մարդիկ դուրս եկան հրապարակ՝ բողոքելու վառելիքի գնի դեմ։
            ka | ხალხი მოედანზე გამოვიდა საწვავის ფასის გასაპროტესტებლად.
            ar | خرج الناس إلى الساحة احتجاجا على أسعار الوقود.
            fa | مردم در اعتراض به قیمت سوخت به میدان آمدند و شعار دادند.
            he | אנשים יצאו לכיכר כדי למחות על מחירי הדלק.
            zh | 人们走上广场抗议燃料价格上涨。
            ja | 人々は燃料価格に抗議するために広場に集まりました。
            ko | 사람들이 연료 가격에 항의하기 위해 광장에 모였습니다.
            fr | La foule s'est rassemblée sur la place pour protester contre le prix du carburant.
            de | Die Menge versammelte sich auf dem Platz, um gegen den Benzinpreis zu protestieren.
            es | La multitud se reunió en la plaza para protestar por el precio del combustible.
            pt | A multidão reuniu-se na praça para protestar contra o preço do combustível.
            pl | Tłum zebrał się na placu, aby zaprotestować przeciwko cenom paliwa.
            cs | Dav se shromáždil na náměstí, aby protestoval proti cenám paliv.
            ro | Mulțimea s-a adunat în piață pentru a protesta împotriva prețului carburantului.
            bg | Хората излязоха на площада, за да протестират срещу цената на горивото.
            sr | Људи су изашли на трг да протестују због цене горива.
            mk | Луѓето излегоа на плоштадот да протестираат против цената на горивото.
            el | Ο κόσμος συγκεντρώθηκε στην πλατεία για να διαμαρτυρηθεί για την τιμή των καυσίμων.
            hi | लोग ईंधन की कीमत के विरोध में चौक पर जमा हुए।
            """)
    void tellsTheLanguage_whenGivenASentence(String tag, String text) {
        assertThat(DETECTOR.detect(null, text).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @MethodSource("undetermined")
    void saysUndetermined_whenTheTextIsNoProse(Path file) throws IOException {
        var language = DETECTOR.detect(null, Files.readString(file));

        assertThat(language.tag()).isEqualTo("und");
        assertThat(language.confidence()).isZero();
    }

    static Stream<Path> undetermined() {
        try (var files = Files.list(Path.of("src/test/resources/undetermined"))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void saysUndetermined_whenNoConfiguredLanguageHasTheScript() {
        var latinOnly = Detector.load(List.of("en", "it"), 2000, 0.25);

        assertThat(latinOnly.detect(null, "Люди вышли на площадь.").tag()).isEqualTo("und");
    }

    @Test
    void saysUndetermined_whenTheConfidenceIsBelowTheThreshold() {
        var strict = Detector.load(LANGUAGES, 2000, 0.999);

        assertThat(DETECTOR.detect(null, "protesta popular").tag()).isNotEqualTo("und");
        assertThat(strict.detect(null, "protesta popular").tag()).isEqualTo("und");
    }

    @Test
    void readsTheTitle_whenThereIsNoText() {
        assertThat(DETECTOR.detect("La polizia ha arrestato i manifestanti", "").tag())
                .isEqualTo("it");
    }

    @Test
    void looksNoFurtherThanTheLimit_whenTheTextIsLong() {
        var italian = "Il governo ha deciso di ridurre il prezzo del gas dopo le proteste. ";
        var english = "The government decided to cut the price of gas after the protests. ".repeat(20);
        var shortSighted = Detector.load(LANGUAGES, italian.length(), 0.25);

        assertThat(shortSighted.detect(null, italian + english).tag()).isEqualTo("it");
        assertThat(DETECTOR.detect(null, italian + english).tag()).isEqualTo("en");
    }

    @Test
    void isMoreConfident_whenTheTextIsLonger() {
        var word = DETECTOR.detect(null, "protesta popular").confidence();
        var sentence = DETECTOR.detect(
                        null, "Los vecinos salieron a la calle en una protesta popular contra el gobierno")
                .confidence();

        assertThat(word).isBetween(0.25, 0.95);
        assertThat(sentence).isGreaterThan(0.95);
    }

    @Test
    void namesTheTag_whenTheModelDoesNotKnowIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Detector.load(List.of("en", "tlh"), 2000, 0.25))
                .withMessageContaining("'tlh'")
                .withMessageContaining("BCP 47");
    }
}

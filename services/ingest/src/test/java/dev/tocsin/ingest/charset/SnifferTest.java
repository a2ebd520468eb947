package dev.tocsin.ingest.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnifferTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("Мост закрыт, движение остановлено", "windows-1251 koi8-r ibm866 iso-8859-5"),
                Arguments.of("Міст закрито, повідомила міська влада", "windows-1251 koi8-u"),
                Arguments.of("МОСТ ЧЕРЕЗ РЕКУ ЗАКРЫТ НА РЕМОНТ", "windows-1251 koi8-r ibm866"),
                Arguments.of("Le pont est fermé jusqu’à la fin de l’été", "windows-1252"),
                Arguments.of("Die Brücke über den Fluss ist für Fußgänger gesperrt", "windows-1252"),
                Arguments.of("Il ponte è chiuso perché la città ripara più strade", "windows-1252"),
                Arguments.of("Most zostanie zamknięty, ogłosił prezydent Łodzi, źródło wód", "windows-1250"),
                Arguments.of("Most přes řeku je uzavřen, řekl včera primátor města", "windows-1250"),
                Arguments.of("Köprü akşam saatlerine kadar kapalı, diye açıkladı başkan", "windows-1254"),
                Arguments.of("Η γέφυρα είναι κλειστή μέχρι το βράδυ", "windows-1253"),
                Arguments.of("הגשר סגור לתנועה עד הערב, הודיעה העירייה", "windows-1255"),
                Arguments.of("الجسر مغلق حتى المساء كما أعلنت البلدية", "windows-1256"),
                Arguments.of("สะพานปิดซ่อมจนถึงเย็นวันศุกร์", "x-windows-874"),
                Arguments.of("大桥今天因维修关闭，市政府说新的公路明年开放", "gb18030"),
                Arguments.of("大橋今天因維修關閉，市政府說新的公路明年開放", "big5"),
                Arguments.of("橋は修理のため閉鎖されました。市長が発表した。", "windows-31j euc-jp iso-2022-jp"),
                Arguments.of("다리가 수리를 위해 폐쇄되었다고 시장이 말했다", "euc-kr"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void tellsTheEncoding(String text, String encodings) {
        for (var name : encodings.split(" ")) {
            var bytes = ("<item><title>" + text + "</title><link>https://c.example/</link></item>")
                    .getBytes(Charset.forName(name));
            assertThat(Sniffer.best(bytes, 0, null).lossy(bytes, 0)).as(name).contains(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Көпір жөндеу жұмыстарына байланысты жабылды",
                "Үкімет үйінің алдында жүздеген тұрғын жиналды",
                "Қала әкімі бүгін жаңа жолды ашты",
                "Ұшақтар бүгін ұшпайды, деп хабарлады әуежай",
                "МЕКТЕПТЕРДЕ САБАҚ БАСТАЛДЫ"
            })
    void tellsKazakhInItsOwnEncoding(String text) {
        var kazakh = EncodingNames.of("kz-1048").orElseThrow();
        var bytes = bytes(text, kazakh);
        assertThat(Sniffer.best(bytes, 0, null).lossy(bytes, 0)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Міст закрито: її перевіряють, є тріщини, каже мер Києва",
                "Мост зачынены, аўтобусы і маршруткі едуць праз цэнтр",
                "Мост је затворен, јавља јавни сервис, а возила иду кроз центар",
                "Мостот ќе биде затворен, велат од градот, а возилата ќе одат низ центарот",
                "Мостът е затворен заради ремонт, съобщи общината"
            })
    void takesNoOtherCyrillicForKazakh(String text) {
        var bytes = text.getBytes(Charset.forName("windows-1251"));
        assertThat(Sniffer.best(bytes, 0, null).lossy(bytes, 0)).isEqualTo(text);
    }

    /** The JDK cannot write what it cannot read. */
    private static byte[] bytes(String text, Encoding encoding) {
        var all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        var signs = encoding.lossy(all, 0);
        var bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) signs.indexOf(text.charAt(i));
        }
        return bytes;
    }

    @Test
    void doesNotContradict_whenThereIsLittleToGoBy() {
        var bytes = "Café à la carte".getBytes(Charset.forName("windows-1252"));
        assertThat(Sniffer.contradicts(bytes, EncodingNames.of("windows-1252").orElseThrow()))
                .isFalse();
    }

    @Test
    void answers_whateverItIsGiven() {
        var random = new Random(3);
        for (int i = 0; i < 200; i++) {
            var bytes = new byte[random.nextInt(500)];
            random.nextBytes(bytes);
            var best = Sniffer.best(bytes, 0, null);
            assertThat(best.lossy(bytes, 0)).isNotNull();
        }
    }
}

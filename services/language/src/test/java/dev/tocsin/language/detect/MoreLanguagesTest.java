package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.language.LanguageConfig;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Languages that are not in the default list, beside those that are. */
class MoreLanguagesTest {
    private static final Detector DETECTOR = Detector.load(
            Stream.concat(
                            Stream.of(LanguageConfig.DEFAULT_LANGUAGES.split(",")),
                            Stream.of("ur", "tt", "mr", "ne", "bn", "ta", "th", "is"))
                    .toList(),
            600,
            0.15);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ur | میئر نے کہا کہ اسکول جمعرات کو بند رہیں گے۔
            fa | شهردار گفت که مدرسه‌ها روز پنجشنبه بسته خواهند بود.
            ar | قال رئيس البلدية إن المدارس ستغلق يوم الخميس.
            tt | Мэр мәктәпләр пәнҗешәмбе көнне ябык булачак дип әйтте.
            kk | Әкім мектептер бейсенбі күні жабық болады деді.
            mr | महापौर म्हणाले की शाळा गुरुवारी बंद राहतील आणि परीक्षा पुढे ढकलल्या आहेत.
            ne | मेयरले बिहीबार विद्यालय बन्द हुने र परीक्षा सर्ने बताएका छन्।
            hi | महापौर ने कहा कि स्कूल गुरुवार को बंद रहेंगे और परीक्षा बाद में होगी।
            bn | মেয়র বলেছেন বৃহস্পতিবার স্কুল বন্ধ থাকবে।
            ta | வியாழக்கிழமை பள்ளிகள் மூடப்படும் என்று மேயர் கூறினார்.
            th | นายกเทศมนตรีกล่าวว่าโรงเรียนจะปิดในวันพฤหัสบดี
            is | Bæjarstjórinn sagði að skólarnir yrðu lokaðir á fimmtudag.
            """)
    void areToldApart(String tag, String text) {
        assertThat(DETECTOR.detect(null, text).tag()).isEqualTo(tag);
    }
}

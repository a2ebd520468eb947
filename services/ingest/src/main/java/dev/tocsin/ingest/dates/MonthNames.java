package dev.tocsin.ingest.dates;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The months as some forty languages begin to write them, in every case and abbreviation: a word is the month whose
 * longest beginning it has. Where languages quarrel, as Poles and Croats over {@code listopad}, more readers win.
 */
final class MonthNames {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Lower case and without accents, a line a month. */
    private static final String BEGINNINGS =
            """
      jan led ian ene gen jen янв яну січ сту студз јан қаң ιαν oca ocak sty tammi leden ledn sijec siječ saus jaan yan qan يناير جنوری ژانویه ינואר जनवरी জান janv իհուն հունվ იან 一月
      feb fev fév lut лют фев ақп φεβ sub şub helmi unor úno velja vas veebr فبراير شباط فوریه פברואר फरवरी febbr փետր თებ ақпан 二月
      mar mär maa março мар сак берез бер бере нау наур μαρ μαω maalis brez břez ozuj ožu kov marz مارس آذار اذار מרץ मार्च մարտ მარ 三月 mrt mrz
      apr avr abr апр крас квіт кві сәу απρ nis kwi huhti dub trav bal aprill أبريل ابريل ابریل نيسان آوریل אפריל अप्रैल ապր აპრ 四月
      may mai mag mei maj май мая мая трав тра мам μαι toukok touko kvet kvě svib geg maggio مايو أيار ايار مه מאי मई մայ მაი 五月 maggi máj
      jun iun giu juin kesa haz cze czerw июн юни юн чэр чэрв черв чер маус јун ιουν ιον cerven cervn cvn lipan lipnj birz juuni iyun يونيو حزيران ژوئن יוני जून հունիս ივნ 六月 iyn qers
      jul iul lug juil heina tem lip lipc lipi lipca июл юли юл ліп лип липн шіл јул ιουλ ιολ cervenc cervenec cvc cervenc srpanj srpnj liep juuli iyul يوليو تموز ژوئیه יולי जुलाई հուլիս ივლ 七月 iyl
      aug ago aou agu elo elok sie sierp авг жні серп тамыз там αυγ agust ağu srp srpen srpn kolov rugp avg avq أغسطس اغسطس آب اوت אוגוסט अगस्त օգոս აგვ 八月 sierpn
      sep set szept syys eyl wrz zari zar сен сеп верас вер верес қыр σεπ rujan rujn rugs sen سبتمبر أيلول ايلول سپتامبر ספטמבר सितंबर սեպ სექ 九月 sent
      oct okt ott out loka eki paz rij окт каст кас жовт жов қаз οκτ spal oktoober أكتوبر اكتوبر اکتبر אוקטובר अक्टूबर հոկ ოქტ 十月 okty
      nov noi noe marras kas listop lis ное ноя лістап ліс листоп лис қар νοε studen stud lapkr novem نوفمبر نوامبر נובמבר नवंबर նոյ ნოე 十一月 noy
      dec dic dez des dek jouluk joulu ara gru grud pros дек дец снеж сне груд гру жел желт δεκ gruod detsem dets déc ديسمبر دسامبر דצמבר दिसंबर դեկ დეკ 十二月 dekab
      """;

    private static final int LONGEST = 10;
    private static final Map<String, Integer> MONTHS = months();

    private MonthNames() {}

    private static Map<String, Integer> months() {
        var months = new HashMap<String, Integer>();
        int month = 0;
        for (var line : BEGINNINGS.strip().split("\n")) {
            month++;
            for (var beginning : line.strip().split(" ")) {
                months.putIfAbsent(plain(beginning), month);
            }
        }
        return Map.copyOf(months);
    }

    /** 1 to 12; empty for a word that is no month. */
    static OptionalInt of(String word) {
        var plain = plain(word);
        for (int length = Math.min(LONGEST, plain.length()); length >= 2; length--) {
            var month = MONTHS.get(plain.substring(0, length));
            if (month != null) {
                return OptionalInt.of(month);
            }
        }
        return OptionalInt.empty();
    }

    private static String plain(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) >= '\u0080') {
                return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                        .replaceAll("");
            }
        }
        return lower;
    }
}

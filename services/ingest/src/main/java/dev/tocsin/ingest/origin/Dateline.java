package dev.tocsin.ingest.origin;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells places and dates before an agency's name, {@code ALMATY, Jan 6}, from the words of a sentence. */
final class Dateline {
    private static final int MOST_WORDS = 8;
    private static final Pattern BREAK = Pattern.compile("[\\s,.;:/|()\\[\\]（）\\u00A0\\u3000–—]+|-(?=\\s|$)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(?:st|nd|rd|th|er|º|°|日|月|年)?");
    /** Beginnings of months, and small words, that are written small in the middle of a dateline. */
    private static final Set<String> SMALL = Set.of(
            "янв",
            "фев",
            "мар",
            "апр",
            "мая",
            "май",
            "июн",
            "июл",
            "авг",
            "сен",
            "окт",
            "ноя",
            "дек",
            "jan",
            "feb",
            "fév",
            "févr",
            "mar",
            "mars",
            "apr",
            "avr",
            "avri",
            "mai",
            "may",
            "jun",
            "juin",
            "jul",
            "juil",
            "aug",
            "aoû",
            "août",
            "sep",
            "sept",
            "oct",
            "okt",
            "nov",
            "dec",
            "déc",
            "dez",
            "gen",
            "mag",
            "giu",
            "lug",
            "ago",
            "set",
            "ott",
            "dic",
            "ene",
            "abr",
            "out",
            "fev",
            "led",
            "úno",
            "bře",
            "dub",
            "kvě",
            "čer",
            "srp",
            "zář",
            "říj",
            "lis",
            "pro",
            "sty",
            "lut",
            "kwi",
            "maj",
            "cze",
            "lip",
            "sie",
            "wrz",
            "paź",
            "gru",
            "січ",
            "лют",
            "бер",
            "кві",
            "тра",
            "чер",
            "лип",
            "сер",
            "вер",
            "жов",
            "лис",
            "гру",
            "қаң",
            "ақп",
            "нау",
            "сәу",
            "мам",
            "мау",
            "шіл",
            "там",
            "қыр",
            "қаз",
            "қар",
            "жел",
            "oca",
            "şub",
            "nis",
            "haz",
            "tem",
            "eyl",
            "eki",
            "kas",
            "ara",
            "яну",
            "hétfő",
            "kedd",
            "szerda",
            "csütörtök",
            "péntek",
            "szombat",
            "vasárnap");

    private static final Set<String> JOINING = Set.of(
            "de", "di", "da", "do", "del", "della", "of", "the", "la", "le", "el", "al", "g", "г", "года", "р", "року",
            "am", "den", "und", "and", "y", "e", "et", "и", "aan", "op", "на");

    private Dateline() {}

    /** Whether all of it can stand before an agency's name; true for nothing. */
    static boolean isOne(String lead) {
        var words = BREAK.splitAsStream(lead).filter(w -> !w.isEmpty()).toList();
        return words.size() <= MOST_WORDS && words.stream().allMatch(Dateline::fits);
    }

    /** Whether it is beyond doubt: a date in it, or a place in capitals before it. */
    static boolean isSure(String lead) {
        var first =
                BREAK.splitAsStream(lead).filter(w -> !w.isEmpty()).findFirst().orElse("");
        boolean capitals = first.length() > 2
                && first.equals(first.toUpperCase(Locale.ROOT))
                && !first.equals(first.toLowerCase(Locale.ROOT));
        return isOne(lead) && (capitals || lead.chars().anyMatch(Character::isDigit));
    }

    /** Whether it is nothing but a date: {@code 6 января}, {@code Jan 6}. */
    static boolean isDate(String text) {
        var words = BREAK.splitAsStream(text).filter(w -> !w.isEmpty()).toList();
        return !words.isEmpty()
                && words.size() <= 4
                && words.stream().anyMatch(w -> NUMBER.matcher(w).matches())
                && words.stream().allMatch(w -> NUMBER.matcher(w).matches() || isMonth(w) || JOINING.contains(w));
    }

    private static boolean fits(String word) {
        int first = word.codePointAt(0);
        return Character.isUpperCase(first)
                || Character.isTitleCase(first)
                || isCaseless(first)
                || NUMBER.matcher(word).matches()
                || JOINING.contains(word)
                || isMonth(word);
    }

    private static boolean isMonth(String word) {
        var small = word.toLowerCase(Locale.ROOT);
        return SMALL.contains(small)
                || (small.length() > 3 && small.length() < 12 && SMALL.contains(small.substring(0, 3)));
    }

    /** Arabic, Hebrew, Georgian, Chinese and others know no capitals. */
    private static boolean isCaseless(int letter) {
        return Character.isLetter(letter) && !Character.isUpperCase(letter) && !Character.isLowerCase(letter);
    }
}

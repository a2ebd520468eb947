package dev.tocsin.ingest.edit;

import java.util.List;
import java.util.regex.Pattern;

/** Lines among an article's that change by themselves and say nothing of the news: advertisements, counters, links. */
final class NoText {
    /** Sentences are longer. */
    private static final int LONGEST = 160;

    private static final List<Pattern> KINDS = List.of(
            kind(
                    "(?:last |zuletzt |ultimo |dernière )?(?:updated?|modified|обновлено|изменено|оновлено|aktualisiert|stand"
                            + "|mise? à jour|aggiornat[oa]|aggiornamento|actualizad[oa]|atualizad[oa]|güncelle(?:me|ndi)|zaktualizowano"
                            + "|aktualizov[aá]no|жаңартылды|жаңыртылды|yangilandi|آخر تحديث|更新|最終更新)\\P{L}.*\\d.*"),
            kind(
                    "[\\p{Z}\\d.,:kKMтысмлн+()•|·-]*(?:views?|reads?|comments?|shares?|likes?|просмотр\\p{L}*|комментари\\p{L}*"
                            + "|перегляд\\p{L}*|коментар\\p{L}*|visualizzazioni|commenti?|vues?|commentaires?|aufrufe|kommentare?|visitas"
                            + "|comentarios?|comentários?|görüntülenme|yorum|қаралым|пікір|көрүү|wyświetle\\p{L}*|komentarz\\p{L}*|次阅读|阅读|评论)"
                            + "[\\p{Z}\\d.,:kKMтысмлн+()•|·-]*"),
            kind(
                    "(?:share|tweet|subscribe|follow us|sign up|newsletter|read (?:more|also|next)|see also|also read|related"
                            + "|more on this|поделиться|поделитесь|подпис(?:ывайтесь|аться|ка|ывайся)|подпишитесь|читайте (?:также|ещё|еще|нас)"
                            + "|читать (?:далее|также)|смотрите также|подробнее|по теме|поділитися|читайте (?:також|ще)|підписуйтесь"
                            + "|leggi anche|leggi tutto|condividi|iscriviti|(?:à )?lire aussi|lire la suite|partager|abonnez-vous|lesen sie auch"
                            + "|mehr zum thema|weiterlesen|teilen|lea también|leer más|compartir|leia (?:também|mais)|devamını oku|abone ol"
                            + "|paylaş|оқи отырыңыз|бөлісу|czytaj (?:też|także|więcej)|čtěte (?:také|více)|اقرأ أيضا|اقرأ المزيد|延伸阅读|相关新闻|関連記事)"
                            + "(?:\\P{L}.*)?"),
            kind(
                    "\\P{L}*(?:advertisement|sponsored(?: content)?|реклама|на правах рекламы|pubblicità|publicité|anzeige|werbung"
                            + "|publicidad|publicidade|reklam[aı]?|жарнама|إعلان|广告|広告|광고)\\P{L}*"));

    private NoText() {}

    static boolean is(String line) {
        var plain = line.strip();
        return plain.length() <= LONGEST
                && KINDS.stream().anyMatch(k -> k.matcher(plain).matches());
    }

    private static Pattern kind(String form) {
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}

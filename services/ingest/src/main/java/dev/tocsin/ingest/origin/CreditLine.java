package dev.tocsin.ingest.origin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the agency that a text is credited to: in the dateline above it, in the line below it, or as its author. To quote
 * an agency ("told Reuters", "по сообщению ТАСС") is not to print it, and a picture's credit is not the text's; so names
 * count only where nothing but places, dates and other agencies stands around them.
 */
final class CreditLine {
    private static final int HEAD_LINES = 3;
    private static final int HEAD = 160;
    private static final int TAIL_LINES = 3;
    private static final int TAIL = 160;

    /** A name in brackets, as it stands after a dateline: {@code ALMATY (Reuters) -}, {@code 6 января. /ТАСС/}. */
    private static final Pattern BRACKETS = Pattern.compile(
            "(?:[(（\\[]\\s*([^()（）\\[\\]\\n]{2,40}?)\\s*[)）\\]]|(?<![\\p{L}\\d])/\\s*([^/()\\n]{2,30}?)\\s*/(?![\\p{L}\\d]))");

    private static final Pattern PARTS = Pattern.compile("\\s+[-–—]+\\s*|\\s*[–—]\\s*|\\.\\s+|,\\s+|:\\s+");
    private static final int MOST_PARTS = 5;
    private static final Pattern DATE_END = Pattern.compile("[.,:–—]|\\s-");
    private static final Pattern REPORTER = Pattern.compile("\\s*/[^/]{0,60}/\\s*$");
    private static final Pattern CORRESPONDENT = Pattern.compile("(?iu)^(?:корр|corr|соб)\\.?\\s+");
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s*[/,&+＝=]\\s*|\\s+(?:and|und|et|e|y|и|та)\\s+|-(?=[\\p{Lu}])");
    private static final Pattern CODE = Pattern.compile("\\p{Lu}{2,6}|\\p{Ll}{2,4}");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?»“”\"…)。’]\\s*", Pattern.DOTALL);
    private static final Pattern SOURCE = Pattern.compile(
            "(?iu)(?:source|sources|источник|джерело|крыніца|fonte|quelle|quellen|fuente|kaynak|mənbə|źródło|zdroj|bron|källa"
                    + "|kilde|lähde|sursa|sursă|izvor|извор|източник|πηγή|forrás|дереккөз|дереккөзі|булак|manba|манбаъ|манба|المصدر"
                    + "|منبع|来源|來源|出典|출처|nguồn|sumber|based on reporting by|с использованием материалов)(?:\\s*[:：-]\\s*|\\s+)(.{2,60}?)[.。]?");
    private static final Pattern LONE =
            Pattern.compile("(?iu)(?:[-–—©/(（\\[*]|\\(c\\)|copyright|\\s|by|\\d{4})*(\\S.{1,40}?)[\\s.)）\\]/*]*");

    private final OriginTable table;

    CreditLine(OriginTable table) {
        this.table = table;
    }

    /** The agency's id. */
    Optional<String> in(String text, @Nullable String author) {
        return Stream.concat(head(text), tail(text))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> author == null ? Optional.empty() : author(author));
    }

    private Stream<Optional<String>> head(String text) {
        var head = text.substring(0, Math.min(text.length(), HEAD * HEAD_LINES));
        return head.lines()
                .filter(l -> !l.isBlank())
                .limit(HEAD_LINES)
                .map(String::strip)
                .map(this::above);
    }

    private Stream<Optional<String>> tail(String text) {
        var tail = text.substring(Math.max(0, text.length() - TAIL * TAIL_LINES));
        boolean whole = tail.length() == text.length();
        var lines = tail.lines().filter(l -> !l.isBlank()).map(String::strip).toList();
        var last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size())
                .reversed();
        return last.stream()
                .filter(l -> whole || l.length() < TAIL * 2 || l.equals(last.getFirst()))
                .flatMap(l -> Stream.of(below(l, l.equals(last.getFirst()))));
    }

    private Optional<String> above(String line) {
        var start = line.substring(0, Math.min(line.length(), HEAD));
        return table.mayName(line)
                ? form(start)
                        .or(() -> bracketed(start))
                        .or(() -> between(start))
                        .or(() -> alone(line))
                : Optional.empty();
    }

    private Optional<String> form(String start) {
        return table.datelines().stream()
                .filter(f -> f.pattern().matcher(start).lookingAt())
                .map(OriginTable.Form::agency)
                .findFirst();
    }

    private Optional<String> bracketed(String start) {
        var brackets = BRACKETS.matcher(start);
        while (brackets.find()) {
            var inner = brackets.group(1) == null ? brackets.group(2) : brackets.group(1);
            var agency = list(inner);
            if (agency.isPresent()) {
                var lead = start.substring(0, brackets.start());
                return Dateline.isOne(lead) ? agency : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** {@code МОСКВА, 6 янв — РИА Новости. …}, {@code ТАСС, 6 января. …}, {@code АСТАНА. КАЗИНФОРМ – …}. */
    private Optional<String> between(String start) {
        var breaks = PARTS.matcher(start);
        int from = 0;
        boolean afterDash = false;
        for (int part = 0; part < MOST_PARTS && breaks.find(); part++) {
            var name = REPORTER.matcher(start.substring(from, breaks.start()))
                    .replaceFirst("")
                    .strip();
            var agency = table.agencyNamed(name).or(() -> name.contains("/") ? list(name) : Optional.empty());
            if (agency.isPresent()) {
                var lead = start.substring(0, from);
                var rest = start.substring(breaks.end());
                boolean credited = lead.isBlank()
                        ? isDash(breaks.group()) || startsWithDate(rest)
                        : Dateline.isSure(lead) && (afterDash || !breaks.group().startsWith(","));
                return credited ? agency : Optional.empty();
            }
            afterDash = isDash(breaks.group());
            from = breaks.end();
        }
        return Optional.empty();
    }

    /** A dateline that has a line for itself: {@code ANKARA / AA}. */
    private Optional<String> alone(String line) {
        int slash = line.lastIndexOf(" / ");
        return slash > 0 && slash < TAIL && Dateline.isOne(line.substring(0, slash))
                ? table.agencyNamed(line.substring(slash + 3))
                : Optional.empty();
    }

    private static boolean isDash(String part) {
        return part.strip().matches("[-–—]+");
    }

    private static boolean startsWithDate(String rest) {
        var breaks = DATE_END.matcher(rest);
        return breaks.find() && Dateline.isDate(rest.substring(0, breaks.start()));
    }

    /** @param last whether nothing comes after it */
    private Optional<String> below(String line, boolean last) {
        if (!table.mayName(line)) {
            return Optional.empty();
        }
        var source = SOURCE.matcher(line);
        if (source.matches()) {
            return list(source.group(1));
        }
        var own = table.marks().stream()
                .filter(f -> f.pattern().matcher(line).find())
                .map(OriginTable.Form::agency)
                .findFirst();
        if (own.isPresent()) {
            return own;
        }
        var lone = LONE.matcher(line);
        if (last && lone.matches()) {
            var agency = list(lone.group(1));
            if (agency.isPresent()) {
                return agency;
            }
        }
        return last ? closing(line) : Optional.empty();
    }

    /** {@code … nel Paese. (ANSA).} */
    private Optional<String> closing(String line) {
        var brackets = BRACKETS.matcher(line);
        Optional<String> agency = Optional.empty();
        while (brackets.find()) {
            var after = line.substring(brackets.end());
            if (after.matches("[\\s.]*")
                    && SENTENCE_END.matcher(line.substring(0, brackets.start())).matches()) {
                agency = list(brackets.group(1) == null ? brackets.group(2) : brackets.group(1));
            }
        }
        return agency;
    }

    /** {@code Reuters}, {@code Reuters Staff}, {@code Ada Quill, AFP}, {@code AFP / Ada Quill}, {@code Ada Quill (dpa)}. */
    private Optional<String> author(String author) {
        var whole = author.strip().replaceFirst("(?i)^(by|von|par|di|por)\\s+", "");
        var parts = List.of(whole.split("\\s*[,/|()]\\s*|\\s+[-–—]\\s+|\\s+(?:and|und|et)\\s+"));
        return Stream.concat(Stream.of(whole), parts.stream())
                .flatMap(p -> table.agencyNamed(p).stream())
                .findFirst();
    }

    /** Agencies and desk codes with nothing else between them; the first agency counts. */
    private Optional<String> list(String given) {
        var inner = CORRESPONDENT.matcher(given).replaceFirst("");
        var whole = table.agencyNamed(inner);
        if (whole.isPresent()) {
            return whole;
        }
        var parts =
                Arrays.stream(SEPARATOR.split(inner.strip())).map(String::strip).toList();
        boolean clean = parts.size() > 1
                && parts.stream()
                        .allMatch(p -> table.agencyNamed(p).isPresent()
                                || CODE.matcher(p).matches());
        return clean
                ? parts.stream().flatMap(p -> table.agencyNamed(p).stream()).findFirst()
                : Optional.empty();
    }
}

package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.Member;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.LedgerLine;
import dev.tocsin.contracts.StoryOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is new in a story's ledger, in sentences. */
final class FigureNews {
    static final String FIGURE = "figure";
    static final String ENDED = "figure-ended";
    static final String REPEATED = "figure-repeated";

    private static final Set<String> STANDING = Set.of("official", "reported", "rumour");

    private final StoryState state;
    private final Set<String> told;

    private FigureNews(StoryState state, Set<String> told) {
        this.state = state;
        this.told = told;
    }

    /** @param told keys of what the desk knows */
    static List<News> of(StoryState state, Set<String> told) {
        var news = new FigureNews(state, told);
        var all = new ArrayList<News>();
        for (var line : state.story().ledger()) {
            for (var entry : line.entries()) {
                if (!told.contains(Keys.of(line, entry))) {
                    news.of(line, entry).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private Optional<News> of(LedgerLine line, LedgerLine.Entry entry) {
        return switch (entry.state()) {
            case "retracted", "denied" -> Optional.of(ended(line, entry));
            case "repeated-after-retraction" -> Optional.of(repeated(line, entry));
            // the newer figure tells it
            case "superseded" -> Optional.empty();
            default -> Optional.of(standing(line, entry));
        };
    }

    private News standing(LedgerLine line, LedgerLine.Entry entry) {
        var label = Amounts.label(line) + ": ";
        var amount = Amounts.words(entry);
        var voice = voice(entry);
        if (Stream.of("reported", "rumour").anyMatch(s -> told.contains(Keys.of(line, entry, s)))) {
            var text = label + amount + " now official, " + voice;
            return news(FIGURE, line, entry, text, amount, amount, detail(line, voice, "official", null));
        }
        var before = replaced(line, entry).or(() -> entry.part() ? Optional.empty() : risen(line, entry));
        if (before.isPresent()) {
            var old = Amounts.words(before.get());
            var text = label + old + " → " + amount + ", " + voice;
            return news(FIGURE, line, entry, text, old, amount, detail(line, voice, null, null));
        }
        var against = against(line, entry);
        var beside = against.map(a -> ", against " + Amounts.words(a) + " (" + voice(a) + ")");
        var part = entry.part() ? "of them " : "";
        var detail = detail(
                line,
                voice,
                entry.part() ? "part" : null,
                against.map(Amounts::words).orElse(null));
        var text = label + part + amount + ", " + voice + beside.orElse("");
        return news(FIGURE, line, entry, text, null, amount, detail);
    }

    /** The figure that this one's speaker gave before. */
    private static Optional<LedgerLine.Entry> replaced(LedgerLine line, LedgerLine.Entry entry) {
        return line.entries().stream()
                .filter(e -> e.ended() != null
                        && e.ended().reason().equals("newer")
                        && e.ended().article().equals(entry.article())
                        && !e.at().isAfter(entry.at()))
                .max(Comparator.comparing(LedgerLine.Entry::at));
    }

    /** The latest figure that stood before and is less: a toll that rises, whoever counts. */
    private static Optional<LedgerLine.Entry> risen(LedgerLine line, LedgerLine.Entry entry) {
        return earlier(line, entry)
                .filter(e -> !e.state().equals("rumour") && !line.kind().equals("deployed"))
                .filter(e -> Amounts.of(entry).isMoreThan(Amounts.of(e)))
                .max(Comparator.comparing(LedgerLine.Entry::at));
    }

    /** The latest figure of somebody else that cannot be true as well. */
    private static Optional<LedgerLine.Entry> against(LedgerLine line, LedgerLine.Entry entry) {
        return earlier(line, entry)
                .filter(e -> !Amounts.of(entry).agreesWith(Amounts.of(e)) && e.part() == entry.part())
                .max(Comparator.comparing(LedgerLine.Entry::at));
    }

    private static Stream<LedgerLine.Entry> earlier(LedgerLine line, LedgerLine.Entry entry) {
        return line.entries().stream()
                .filter(e -> e != entry && STANDING.contains(e.state()) && !e.part())
                .filter(e -> !e.at().isAfter(entry.at()) && !e.article().equals(entry.article()));
    }

    private News ended(LedgerLine line, LedgerLine.Entry entry) {
        var amount = Amounts.words(entry);
        return news(
                ENDED, line, entry, amount + " " + Amounts.label(line) + how(entry), amount, null, end(line, entry));
    }

    private Alert.Detail end(LedgerLine line, LedgerLine.Entry entry) {
        var ended = entry.ended();
        if (ended == null) {
            return detail(line, null, "denied", null);
        }
        var by = ended.by() == null ? "" : ended.by();
        boolean byPaper = ended.reason().equals("dropped") || ended.reason().equals("vanished");
        return detail(line, byPaper ? source(by, ended.article()) : ended.by(), ended.reason(), null);
    }

    private static Alert.Detail detail(
            LedgerLine line, @Nullable String who, @Nullable String how, @Nullable String against) {
        var what = line.scope().equals("unspecified") ? line.kind() : line.kind() + "/" + line.scope();
        return new Alert.Detail(what, who, how, against);
    }

    private String how(LedgerLine.Entry entry) {
        var ended = entry.ended();
        if (ended == null) {
            return " denied";
        }
        var by = ended.by() == null ? "" : ended.by();
        return switch (ended.reason()) {
            case "taken-back" -> " withdrawn by " + named(by);
            case "dropped" -> " no longer told by " + source(by, ended.article());
            case "vanished" -> " withdrawn: the page of " + source(by, ended.article()) + " is gone";
            default -> by.isEmpty() ? " denied" : " denied by " + named(by);
        };
    }

    /** Offices are written small: <i>the</i> health ministry, but Antony Blinken. */
    private static String named(String by) {
        return !by.isEmpty() && Character.isLowerCase(by.codePointAt(0)) ? "the " + by : by;
    }

    private News repeated(LedgerLine line, LedgerLine.Entry entry) {
        var amount = Amounts.words(entry);
        var who = source(entry.reportedBy(), entry.article());
        var text = amount + " " + Amounts.label(line) + " told again by " + who + ", though" + how(entry);
        return news(REPEATED, line, entry, text, null, amount, detail(line, who, null, null));
    }

    /** Who stands behind a figure: its speaker, else the source that tells it. */
    private String voice(LedgerLine.Entry entry) {
        return entry.saidBy() != null ? entry.saidBy() : source(entry.reportedBy(), entry.article());
    }

    /** The name of a source, as far as the story knows it. */
    private String source(String id, String article) {
        var origins = state.story().origins().stream()
                .filter(o -> o.source().equals(id))
                .map(StoryOrigin::name);
        var members = state.members().stream()
                .map(Member::link)
                .filter(link -> link.article().equals(article))
                .map(Alert.Link::source);
        return Stream.concat(origins, members).findFirst().orElse(id);
    }

    private static News news(
            String kind,
            LedgerLine line,
            LedgerLine.Entry entry,
            String text,
            @Nullable String before,
            @Nullable String after,
            Alert.Detail detail) {
        var change = new Alert.Change(kind, text, before, after, detail);
        return new News(kind, change, entry.saidBy(), Keys.of(line, entry));
    }
}

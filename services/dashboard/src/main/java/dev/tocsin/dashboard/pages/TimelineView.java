package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.OriginMember;
import dev.tocsin.contracts.Verdict;
import dev.tocsin.dashboard.charts.TimelineChart;
import dev.tocsin.dashboard.charts.TimelineChart.Event;
import dev.tocsin.dashboard.charts.TimelineChart.Lane;
import dev.tocsin.dashboard.words.Speech;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that happened to a story on one axis of time.
 *
 * @param events the same as a list, oldest first; of very many the latest
 * @param left how many events the list leaves out
 * @param marks that are drawn
 */
public record TimelineView(Drawing drawing, List<Entry> events, int left, Set<String> marks) {
    /** Of what was told when the axis had long ended; it stands at its end. */
    private static final String LATE = "late";

    private static final int MOST_LISTED = 150;
    private static final int MOST_DRAWN = 1_000;

    /** An event in words. */
    public record Entry(Moment at, String kind, String text, String href) {}

    static TimelineView of(Dossier dossier) {
        var lanes = List.of(
                        new Lane("articles", articles(dossier)),
                        new Lane("figures", figures(dossier)),
                        new Lane("reactions", reactions(dossier)),
                        new Lane("alerts", alerts(dossier)),
                        new Lane("verdicts", verdicts(dossier)))
                .stream()
                .filter(lane -> !lane.events().isEmpty())
                .toList();
        var speech = dossier.speech();
        var named = lanes.stream()
                .map(lane -> new Lane(speech.name("lane.", lane.name()), lane.events()))
                .toList();
        var extent = dossier.extent();
        var entries = new ArrayList<Event>();
        Map<Event, String> kinds = new HashMap<>();
        lanes.forEach(lane -> lane.events().forEach(e -> {
            entries.add(e);
            kinds.put(e, lane.name());
        }));
        entries.sort(Comparator.comparing(Event::at));
        int left = Math.max(0, entries.size() - MOST_LISTED);
        return new TimelineView(
                Drawing.of(width -> TimelineChart.draw(named, extent.first(), extent.last(), width, speech.locale())),
                entries.stream()
                        .skip(left)
                        .map(e -> new Entry(Moment.of("at", e.at()), kinds.get(e), e.title(), e.href()))
                        .toList(),
                left,
                entries.stream().map(Event::mark).collect(Collectors.toSet()));
    }

    public boolean isEmpty() {
        return events.isEmpty();
    }

    private static List<Event> articles(Dossier dossier) {
        var relations = dossier.story().stream()
                .flatMap(s -> s.origins().stream())
                .flatMap(o -> o.members().stream())
                .collect(Collectors.toMap(OriginMember::article, OriginMember::relation, (one, other) -> one));
        return dossier.articles().stream()
                .limit(MOST_DRAWN)
                .map(a -> {
                    var relation = relations.getOrDefault(a.id(), OriginMember.ORIGINAL);
                    var words = relation.equals(OriginMember.ORIGINAL)
                            ? ""
                            : " (" + dossier.speech().name("relation.", relation) + ")";
                    return new Event(
                            a.at(), relation, "", a.sourceName() + words + ": " + a.title(), RungView.article(a.id()));
                })
                .toList();
    }

    private static List<Event> figures(Dossier dossier) {
        var speech = dossier.speech();
        var names = LedgerView.names(dossier);
        var events = new ArrayList<Event>();
        for (var line : dossier.ledger()) {
            for (var entry : line.entries()) {
                var number =
                        Findings.number(entry.low(), entry.high(), speech) + " " + speech.name("kind.", line.kind());
                var what = entry.saidBy() == null ? number : speech.say("says", number, entry.saidBy());
                boolean again = entry.state().equals("repeated-after-retraction");
                events.add(new Event(
                        entry.at(),
                        again ? "again" : "figure",
                        "",
                        again ? speech.say("again", what) : what,
                        RungView.article(entry.article())));
                var ended = entry.ended();
                if (ended != null
                        && !ended.reason().equals("newer")
                        && ended.at().isAfter(entry.at())) {
                    events.add(new Event(
                            ended.at(),
                            "struck",
                            "",
                            speech.say("fell", number, LedgerView.words(ended, names, speech)),
                            RungView.article(ended.article())));
                }
            }
        }
        return events;
    }

    private static List<Event> reactions(Dossier dossier) {
        var speech = dossier.speech();
        return dossier.story().stream()
                .flatMap(s -> s.reactions().stream())
                .map(r -> new Event(
                        r.at(),
                        r.previous() == null ? "stance" : "stance changed",
                        "",
                        speech.state(r.actor()) + ": "
                                + (r.previous() == null ? "" : speech.name("stance.", r.previous()) + " → ")
                                + speech.name("stance.", r.stance()),
                        RungView.article(r.article())))
                .toList();
    }

    private static List<Event> alerts(Dossier dossier) {
        var last = dossier.extent().last();
        return dossier.history().stream()
                .flatMap(h -> h.revisions().stream())
                .limit(MOST_DRAWN)
                .map(r -> new Event(
                        Dossier.told(r),
                        Dossier.told(r).isAfter(last) ? LATE : r.msgType() == Alert.MsgType.Cancel ? "cancel" : "alert",
                        String.valueOf(r.revision()),
                        dossier.speech().name("msg.", r.msgType().name()) + " " + r.revision() + ": "
                                + r.changes().stream()
                                        .map(c -> ChangeWords.of(c, dossier.speech()))
                                        .collect(Collectors.joining("; ")),
                        "#revisions"))
                .toList();
    }

    /** Those given while it went on: what is decided on a replay was decided years later. */
    private static List<Event> verdicts(Dossier dossier) {
        return dossier.history().stream()
                .filter(h -> !dossier.isExercise())
                .flatMap(h -> h.verdicts().stream())
                .map(v -> new Event(v.at(), "verdict", "", words(v, dossier.speech()), "#decide"))
                .toList();
    }

    private static String words(Verdict verdict, Speech speech) {
        var kind = verdict.takesBack() != null
                ? "takenBack"
                : verdict.verdict().name().toLowerCase(Locale.ROOT);
        return speech.name("verdict.", kind) + " " + speech.say("by", verdict.by());
    }
}

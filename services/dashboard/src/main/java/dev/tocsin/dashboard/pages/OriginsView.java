package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.OriginMember;
import dev.tocsin.contracts.StoryOrigin;
import dev.tocsin.dashboard.words.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who published first, and who rests on whom: a tree of origins with their copies, translations and further reports.
 *
 * @param left origins that are not shown
 */
public record OriginsView(List<Origin> origins, int left) {
    private static final int MOST_ORIGINS = 40;
    private static final int MOST_MEMBERS = 24;

    /**
     * An independent first publisher.
     *
     * @param grade of the NATO/Admiralty system (AJP-2.1), A to F; null where nobody judged it
     * @param note its publisher family or the agency behind it, in words; null where none is known
     * @param left members that are not shown
     */
    public record Origin(
            String name,
            String language,
            String languageName,
            @Nullable String grade,
            @Nullable String note,
            Moment first,
            List<Member> members,
            int left) {}

    /**
     * An article of it.
     *
     * @param relation how it rests on the origin, as the message has it
     * @param title empty where the article is not at hand
     * @param beside both texts side by side, where it repeats one; null else
     */
    public record Member(
            String relation,
            String title,
            String source,
            String language,
            String languageName,
            String href,
            @Nullable Moment at,
            boolean vanished,
            @Nullable String beside,
            List<Member> repeatedBy) {}

    static OriginsView of(Dossier dossier) {
        var articles = dossier.articles().stream()
                .collect(Collectors.toMap(StoryArticle::id, Function.identity(), (one, other) -> one));
        var origins = dossier.story().map(s -> s.origins()).orElse(List.of());
        return new OriginsView(
                origins.stream()
                        .limit(MOST_ORIGINS)
                        .map(o -> origin(o, articles, dossier.speech()))
                        .toList(),
                Math.max(0, origins.size() - MOST_ORIGINS));
    }

    public boolean isEmpty() {
        return origins.isEmpty();
    }

    private static Origin origin(StoryOrigin origin, Map<String, StoryArticle> articles, Speech speech) {
        var shown = origin.members().stream().limit(MOST_MEMBERS).toList();
        var ids = shown.stream().map(OriginMember::article).collect(Collectors.toSet());
        // those that repeat an article that is shown hang below it
        var top = shown.stream()
                .filter(m -> m.of() == null || m.of().equals(m.article()) || !ids.contains(m.of()))
                .toList();
        var members = new ArrayList<Member>();
        for (var member : top) {
            var below = shown.stream()
                    .filter(m -> !top.contains(m) && member.article().equals(m.of()))
                    .map(m -> member(m, articles, origin, List.of(), speech))
                    .toList();
            members.add(member(member, articles, origin, below, speech));
        }
        int placed = members.size()
                + members.stream().mapToInt(m -> m.repeatedBy().size()).sum();
        return new Origin(
                origin.name(),
                origin.language(),
                speech.language(origin.language()),
                origin.reliability(),
                note(origin, speech),
                Moment.of("first", origin.firstSeen()),
                members,
                Math.max(0, Math.max(origin.members().size(), origin.articles().size()) - placed));
    }

    private static @Nullable String note(StoryOrigin origin, Speech speech) {
        if (origin.wireCredit() != null) {
            return speech.say("byAgency", origin.wireCredit());
        }
        return origin.family() == null ? null : speech.say("ofPublishers", origin.family());
    }

    private static Member member(
            OriginMember member,
            Map<String, StoryArticle> articles,
            StoryOrigin origin,
            List<Member> below,
            Speech speech) {
        var article = articles.get(member.article());
        var of = member.of();
        return new Member(
                member.relation(),
                article == null ? "" : article.title(),
                member.name() != null ? member.name() : article != null ? article.sourceName() : origin.name(),
                member.language(),
                speech.language(member.language()),
                RungView.article(member.article()),
                article == null ? null : Moment.of("at", article.at()),
                member.vanished(),
                of == null || of.equals(member.article())
                        ? null
                        : RungView.article(of) + "/beside/" + RungView.encoded(member.article()),
                below);
    }
}

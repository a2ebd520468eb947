package dev.tocsin.alerts.story;

import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.OriginMember;
import dev.tocsin.contracts.StoryOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How an origin is put together from its articles, taken apart, and kept within its bounds. */
final class OriginParts {
    private static final int MOST_ARTICLES = 200;
    private static final int MOST_ARTICLES_OF_STORY = 1_000;
    private static final int FEWEST_ARTICLES = 10;
    private static final int MOST_MEMBERS = 50;
    private static final int MOST_MEMBERS_OF_STORY = 200;
    private static final int FEWEST_MEMBERS = 2;

    private OriginParts() {}

    /** An article as a member, marked when its page is gone. */
    static OriginMember member(Sighting sighting, String relation, @Nullable String of) {
        var article = sighting.fetched();
        boolean gone = article.changed().stream().anyMatch(c -> c.kind().equals(ArticleChange.VANISHED));
        return new OriginMember(
                article.id(), article.source().id(), article.source().name(), relation, sighting.language(), of, gone);
    }

    /** The origin with an article, in the place of its earlier revision if there is one. */
    static StoryOrigin with(StoryOrigin origin, OriginMember member, int origins) {
        var articles = new ArrayList<>(origin.articles());
        if (!articles.contains(member.article())) {
            articles.add(member.article());
        }
        var members = new ArrayList<>(origin.members());
        members.replaceAll(m -> m.article().equals(member.article()) ? member : m);
        if (!members.contains(member)) {
            members.add(member);
        }
        return of(origin, articles, members, origins);
    }

    /** Two origins that are one: the earlier article is its first. */
    static StoryOrigin united(StoryOrigin one, StoryOrigin other, String relation, int origins) {
        boolean isEarlier = other.firstSeen().isBefore(one.firstSeen());
        var first = isEarlier ? other : one;
        var second = isEarlier ? one : other;
        var articles = new ArrayList<>(first.articles());
        second.articles().stream().filter(a -> !articles.contains(a)).forEach(articles::add);
        var members = new ArrayList<>(first.members());
        second.members().stream()
                .filter(m -> members.stream().noneMatch(k -> k.article().equals(m.article())))
                .map(m -> m.relation().equals(OriginMember.ORIGINAL)
                        ? related(m, relation, first.articles().getFirst())
                        : m)
                .forEach(members::add);
        return of(first, articles, members, origins);
    }

    private static OriginMember related(OriginMember member, String relation, String of) {
        boolean repeats = relation.equals(OriginMember.COPY) || relation.equals(OriginMember.TRANSLATION);
        return as(member, relation, repeats ? of : null);
    }

    private static OriginMember as(OriginMember member, String relation, @Nullable String of) {
        return new OriginMember(
                member.article(), member.source(), member.name(), relation, member.language(), of, member.vanished());
    }

    /** What is left of an origin with some of its articles; nothing where none is. */
    static Optional<StoryOrigin> only(StoryOrigin origin, Predicate<String> wanted) {
        var articles = origin.articles().stream().filter(wanted).toList();
        if (articles.isEmpty()) {
            return Optional.empty();
        }
        var members =
                origin.members().stream().filter(m -> wanted.test(m.article())).toList();
        var head = members.stream()
                .filter(m -> m.article().equals(articles.getFirst()))
                .findFirst();
        if (head.isEmpty() || articles.getFirst().equals(origin.articles().getFirst())) {
            return Optional.of(of(origin, articles, members, 1));
        }
        // who repeated the one that went is who is left
        var promoted = new ArrayList<OriginMember>();
        for (var member : members) {
            promoted.add(member.equals(head.get()) ? as(member, OriginMember.ORIGINAL, null) : member);
        }
        var first = head.get();
        return Optional.of(new StoryOrigin(
                first.source() == null ? origin.source() : first.source(),
                first.name() == null ? origin.name() : first.name(),
                first.language(),
                origin.firstSeen(),
                origin.publishedAt(),
                articles,
                origin.source().equals(first.source()) ? origin.reliability() : null,
                origin.family(),
                origin.wireCredit(),
                promoted));
    }

    private static StoryOrigin of(StoryOrigin origin, List<String> articles, List<OriginMember> members, int origins) {
        int most = Math.clamp(MOST_ARTICLES_OF_STORY / Math.max(1, origins), FEWEST_ARTICLES, MOST_ARTICLES);
        return new StoryOrigin(
                origin.source(),
                origin.name(),
                origin.language(),
                origin.firstSeen(),
                origin.publishedAt(),
                firstAndLatest(articles, most),
                origin.reliability(),
                origin.family(),
                origin.wireCredit(),
                firstAndLatest(
                        members,
                        Math.clamp(MOST_MEMBERS_OF_STORY / Math.max(1, origins), FEWEST_MEMBERS, MOST_MEMBERS)));
    }

    /** The first stays first; of the others the latest are kept. */
    private static <T> List<T> firstAndLatest(List<T> all, int most) {
        var kept = new ArrayList<>(all);
        if (kept.size() > most) {
            kept.subList(1, kept.size() - most + 1).clear();
        }
        return kept;
    }
}

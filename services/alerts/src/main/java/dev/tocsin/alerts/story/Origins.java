package dev.tocsin.alerts.story;

import dev.tocsin.contracts.OriginMember;
import dev.tocsin.contracts.StoryOrigin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a story. An article rests on an origin because it repeats one of its texts, be it in another language,
 * because both are of one agency, of one source or of one family of publishers; else it is one of its own.
 *
 * @param texts of its articles, except copies, which add nothing to compare with
 */
record Origins(List<StoryOrigin> list, List<OriginText> texts) {
    static final Origins NONE = new Origins(List.of(), List.of());

    private static final int MOST = 100;

    /** How many stand behind the story. */
    int independent() {
        return standing().size();
    }

    /** Those who stand behind it: origins all of whose pages are gone have taken back what they said. */
    List<StoryOrigin> standing() {
        return standing(list);
    }

    static List<StoryOrigin> standing(List<StoryOrigin> origins) {
        return origins.stream()
                .filter(o -> o.members().isEmpty()
                        || o.members().stream().anyMatch(m -> !m.vanished())
                        || o.articles().size() > o.members().size())
                .toList();
    }

    /** The origins after an article, which may be new to them or a later revision of one of theirs. */
    Origins plus(Sighting sighting) {
        var text = OriginText.of(sighting);
        var ties = new LinkedHashMap<String, OriginMember>();
        for (var known : texts) {
            if (!known.article().equals(text.article())) {
                known.repeatedBy(text)
                        .ifPresent(relation -> ties.putIfAbsent(
                                known.origin(), OriginParts.member(sighting, relation, known.article())));
            }
        }
        named(sighting).ifPresent(tie -> ties.putIfAbsent(head(tie.of()), tie));
        var holder = holderOf(sighting.id());
        if (holder.isPresent()) {
            return joined(holder.get(), heldAs(holder.get(), sighting), sighting, text);
        }
        if (ties.isEmpty()) {
            byPublisher(sighting).ifPresent(tie -> ties.put(tie.of(), tie));
        }
        if (ties.isEmpty()) {
            return begun(sighting, text);
        }
        var first = ties.entrySet().iterator().next();
        var tie = first.getValue();
        boolean isOfText =
                tie.relation().equals(OriginMember.COPY) || tie.relation().equals(OriginMember.TRANSLATION);
        var joined = joined(
                first.getKey(), isOfText ? tie : OriginParts.member(sighting, tie.relation(), null), sighting, text);
        // who repeats two that were taken for independent shows that they are not
        for (var other : ties.keySet()) {
            joined = other.equals(first.getKey()) ? joined : joined.uniting(first.getKey(), other);
        }
        return joined;
    }

    private Origins begun(Sighting sighting, OriginText text) {
        if (list.size() >= MOST) {
            return this;
        }
        var article = sighting.fetched();
        var begun = new ArrayList<>(list);
        begun.add(new StoryOrigin(
                article.source().id(),
                article.source().name(),
                sighting.language(),
                sighting.eventTime(),
                article.publishedAt(),
                List.of(article.id()),
                article.source().reliability(),
                article.origin().family(),
                article.origin().wireCredit(),
                List.of(OriginParts.member(sighting, OriginMember.ORIGINAL, null))));
        return new Origins(List.copyOf(begun), text.joining(texts));
    }

    private Origins joined(String origin, OriginMember member, Sighting sighting, OriginText text) {
        var joined = list.stream()
                .map(o -> head(o).equals(origin) ? OriginParts.with(o, member, list.size()) : o)
                .toList();
        boolean isNew = !member.relation().equals(OriginMember.COPY);
        return new Origins(joined, isNew ? text.under(origin).joining(texts) : texts);
    }

    private OriginMember heldAs(String origin, Sighting sighting) {
        return list.stream()
                .filter(o -> head(o).equals(origin))
                .flatMap(o -> o.members().stream())
                .filter(m -> m.article().equals(sighting.id()))
                .findFirst()
                .map(m -> OriginParts.member(sighting, m.relation(), m.of()))
                .orElseGet(() -> OriginParts.member(sighting, OriginMember.SAME_SOURCE, null));
    }

    /** What an earlier stage found out. */
    private Optional<OriginMember> named(Sighting sighting) {
        var origin = sighting.fetched().origin();
        if (origin.copyOf() != null && holderOf(origin.copyOf()).isPresent()) {
            return Optional.of(OriginParts.member(sighting, OriginMember.COPY, origin.copyOf()));
        }
        if (origin.translationOf() != null && holderOf(origin.translationOf()).isPresent()) {
            return Optional.of(OriginParts.member(sighting, OriginMember.TRANSLATION, origin.translationOf()));
        }
        return Optional.empty();
    }

    /** The tie through the agency, else the source, else the family; {@code of} is the origin's first article. */
    private Optional<OriginMember> byPublisher(Sighting sighting) {
        return list.stream()
                .flatMap(
                        o -> Publishers.tie(sighting.fetched(), o)
                                .map(relation -> OriginParts.member(sighting, relation, head(o)))
                                .stream())
                .min((a, b) -> Publishers.ORDER.compare(a.relation(), b.relation()));
    }

    /** Both, where one story was taken for two. */
    Origins plus(Origins other) {
        var all = new Origins(list, texts);
        for (var theirs : other.list) {
            all = all.taking(theirs, other.textsOf(head(theirs)));
        }
        return all;
    }

    private Origins taking(StoryOrigin theirs, List<OriginText> theirTexts) {
        var ties = new LinkedHashMap<String, String>();
        for (var mine : texts) {
            for (var text : theirTexts) {
                mine.repeatedBy(text).ifPresent(relation -> ties.putIfAbsent(mine.origin(), relation));
            }
        }
        if (ties.isEmpty()) {
            list.stream()
                    .filter(o -> Publishers.tie(theirs, o).isPresent())
                    .findFirst()
                    .ifPresent(o -> ties.put(head(o), Publishers.tie(theirs, o).orElse(OriginMember.SAME_SOURCE)));
        }
        var grown = new ArrayList<>(list);
        if (ties.isEmpty()) {
            if (list.size() < MOST) {
                grown.add(theirs);
            }
            return new Origins(List.copyOf(grown), merged(texts, theirTexts));
        }
        var first = ties.entrySet().iterator().next();
        var taken = list.stream()
                .map(o -> head(o).equals(first.getKey())
                        ? OriginParts.united(o, theirs, first.getValue(), list.size())
                        : o)
                .toList();
        var all = new Origins(
                taken,
                merged(
                        texts,
                        theirTexts.stream().map(t -> t.under(first.getKey())).toList()));
        return all.settled(first.getKey());
    }

    /** One origin of two, under the first of the list. */
    private Origins uniting(String one, String other) {
        var second = list.stream().filter(o -> head(o).equals(other)).findFirst();
        if (second.isEmpty()) {
            return this;
        }
        var rest = new Origins(
                list.stream().filter(o -> !head(o).equals(other)).toList(),
                texts.stream()
                        .map(t -> t.origin().equals(other) ? t.under(one) : t)
                        .toList());
        return new Origins(
                        rest.list.stream()
                                .map(o -> head(o).equals(one)
                                        ? OriginParts.united(o, second.get(), OriginMember.COPY, list.size())
                                        : o)
                                .toList(),
                        rest.texts)
                .settled(one);
    }

    /** After a union another article may be the first. */
    private Origins settled(String origin) {
        var renamed = new ArrayList<OriginText>();
        var head = list.stream()
                .filter(o -> o.articles().contains(origin))
                .map(Origins::head)
                .findFirst()
                .orElse(origin);
        texts.forEach(t -> renamed.add(t.origin().equals(origin) ? t.under(head) : t));
        return new Origins(list, List.copyOf(renamed));
    }

    /** Of some articles alone. */
    Origins only(Predicate<String> articles) {
        var kept = list.stream()
                .flatMap(o -> OriginParts.only(o, articles).stream())
                .toList();
        var heads = new LinkedHashMap<String, String>();
        for (var origin : kept) {
            origin.articles().forEach(article -> heads.put(article, head(origin)));
        }
        var left = texts.stream()
                .filter(t -> heads.containsKey(t.article()))
                .map(t -> t.under(String.valueOf(heads.get(t.article()))))
                .toList();
        return new Origins(kept, left);
    }

    private static List<OriginText> merged(List<OriginText> some, List<OriginText> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return OriginText.bounded(all);
    }

    private List<OriginText> textsOf(String origin) {
        return texts.stream().filter(t -> t.origin().equals(origin)).toList();
    }

    /** The origin's first article, by which it goes here: one source may have its own report and an agency's. */
    private static String head(StoryOrigin origin) {
        return origin.articles().getFirst();
    }

    private String head(@Nullable String article) {
        return holderOf(String.valueOf(article)).orElse(String.valueOf(article));
    }

    private Optional<String> holderOf(String article) {
        return list.stream()
                .filter(o -> o.articles().contains(article))
                .map(Origins::head)
                .findFirst();
    }
}

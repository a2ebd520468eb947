package dev.tocsin.alerts.story;

import dev.tocsin.contracts.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article of a story, as alerts link to it. */
public record Member(Instant at, Alert.Link link) {
    /** As many as an alert may link to. */
    private static final int MOST = 20;

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_URL = 2_048;

    static Member of(Sighting sighting) {
        var article = sighting.fetched();
        return new Member(
                sighting.eventTime(),
                new Alert.Link(
                        article.id(),
                        orNull(article.url()),
                        title(article.title()),
                        article.source().name(),
                        sighting.language()));
    }

    /** The members with this one among them, in the place of its earlier revision if there is one; newest first. */
    List<Member> joining(List<Member> members) {
        return latest(List.of(this), members);
    }

    /** The newest of both; of two of one article the first list's. */
    static List<Member> latest(List<Member> some, List<Member> others) {
        var ids = new HashSet<String>();
        var joined = new ArrayList<Member>();
        some.stream().filter(m -> ids.add(m.link.article())).forEach(joined::add);
        others.stream().filter(m -> ids.add(m.link.article())).forEach(joined::add);
        joined.sort(Comparator.comparing(Member::at).reversed().thenComparing(m -> m.link()
                .article()));
        return List.copyOf(joined.subList(0, Math.min(MOST, joined.size())));
    }

    private static @Nullable String title(@Nullable String title) {
        return title == null ? null : Headline.shorten(title, LONGEST_TITLE);
    }

    private static @Nullable String orNull(@Nullable String url) {
        return url == null || url.length() > LONGEST_URL ? null : url;
    }
}

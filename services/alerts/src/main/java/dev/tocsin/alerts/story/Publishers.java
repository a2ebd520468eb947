package dev.tocsin.alerts.story;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.OriginMember;
import dev.tocsin.contracts.StoryOrigin;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which publishers are one voice: those of one agency's report, of one source, of one family. */
final class Publishers {
    private static final List<String> STRONGEST =
            List.of(OriginMember.WIRE, OriginMember.SAME_SOURCE, OriginMember.FAMILY);

    /** The strongest tie first. */
    static final Comparator<String> ORDER = Comparator.comparingInt(STRONGEST::indexOf);

    private Publishers() {}

    /** How an article is of an origin's voice, if it is. */
    static Optional<String> tie(FetchedArticle article, StoryOrigin origin) {
        return tie(
                article.source().id(),
                article.origin().family(),
                article.origin().wireCredit(),
                origin);
    }

    /** How one origin is of another's voice, if it is. */
    static Optional<String> tie(StoryOrigin one, StoryOrigin origin) {
        return tie(one.source(), one.family(), one.wireCredit(), origin);
    }

    private static Optional<String> tie(
            String source, @Nullable String family, @Nullable String wire, StoryOrigin origin) {
        if (wire != null || origin.wireCredit() != null) {
            // an agency's report is the agency's, whoever carries it; the agency's own site names itself or is its
            // family
            return speaksFor(wire, origin.wireCredit())
                            || speaksFor(wire, origin.family())
                            || speaksFor(origin.wireCredit(), family)
                    ? Optional.of(OriginMember.WIRE)
                    : Optional.empty();
        }
        if (source.equals(origin.source())) {
            return Optional.of(OriginMember.SAME_SOURCE);
        }
        return family != null && family.equals(origin.family()) ? Optional.of(OriginMember.FAMILY) : Optional.empty();
    }

    private static boolean speaksFor(@Nullable String agency, @Nullable String other) {
        return agency != null && other != null && id(agency).equals(id(other));
    }

    /** As ingest makes a family's id of an agency's. */
    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}0-9]+", "-");
    }
}

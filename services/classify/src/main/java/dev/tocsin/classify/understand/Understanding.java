package dev.tocsin.classify.understand;

import dev.tocsin.classify.actors.Actors;
import dev.tocsin.classify.actors.Entity;
import dev.tocsin.classify.actors.InvalidActorsException;
import dev.tocsin.classify.actors.Mentions;
import dev.tocsin.classify.figures.Figures;
import dev.tocsin.classify.reactions.Byline;
import dev.tocsin.classify.reactions.Reactions;
import dev.tocsin.classify.sameness.Concepts;
import dev.tocsin.classify.sameness.Fingerprint;
import dev.tocsin.classify.sameness.InvalidLexiconException;
import dev.tocsin.classify.sameness.Signature;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.TopicHit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads articles for who, where, how many, who says what, and what tells the same event in another language. Thread-safe. */
public final class Understanding {
    private final Actors actors;
    private final Reactions reactions;
    private final Signature signature;

    private Understanding(Actors actors, Concepts concepts) {
        this.actors = actors;
        this.reactions = new Reactions(actors);
        this.signature = new Signature(concepts);
    }

    /**
     * @param actors folder of persons, states, organisations and places
     * @param concepts folder of notions
     * @throws InvalidActorsException for the first mistake among the actors
     * @throws InvalidLexiconException for the first mistake among the notions
     */
    public static Understanding read(Path actors, Path concepts)
            throws InvalidActorsException, InvalidLexiconException {
        return new Understanding(Actors.read(actors), Concepts.read(concepts));
    }

    /** The article with its topics; one that has none concerns no desk, and is not read any further. */
    public ClassifiedArticle of(DetectedArticle detected, Instant at, List<TopicHit> topics) {
        return topics.isEmpty()
                ? new ClassifiedArticle(
                        detected, at, topics, List.of(), List.of(), List.of(), List.of(), null, List.of())
                : read(detected, at, topics);
    }

    /** What tells the same event in another language, of a text that is no article on its way. */
    public List<String> signature(String language, @Nullable String title, String text, @Nullable Instant at) {
        var mentions = actors.find(language, title, text);
        var claims = Figures.find(language, title, text, at == null ? Instant.EPOCH : at);
        return signature.of(language, title, text, at, recognised(mentions), claims);
    }

    private ClassifiedArticle read(DetectedArticle detected, Instant at, List<TopicHit> topics) {
        var article = detected.article();
        var language = detected.language().tag();
        var title = article.title();
        var text = article.text();
        var mentions = actors.find(language, title, text);
        var claims = Figures.find(language, title, text, article.eventTime());
        return new ClassifiedArticle(
                detected,
                at,
                topics,
                mentions.actors(),
                mentions.places(),
                claims,
                reactions.find(language, title, text, mentions, byline(article)),
                Fingerprint.of(title, text),
                signature.of(language, title, text, article.eventTime(), recognised(mentions), claims));
    }

    private static Byline byline(FetchedArticle article) {
        return new Byline(article.author(), article.source().name());
    }

    private static Signature.Recognised recognised(Mentions mentions) {
        var keys = new HashSet<String>();
        var spellings = new HashSet<String>();
        for (var mention : mentions.all()) {
            keys.add((mention.entity().type() == Entity.Type.PLACE ? "p:" : "a:")
                    + mention.entity().id());
            spellings.add(mention.spelling());
        }
        return new Signature.Recognised(keys, spellings);
    }
}

package dev.tocsin.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.archive.anew.Judgement;
import dev.tocsin.archive.query.AlertQuery;
import dev.tocsin.archive.query.ArticleQuery;
import dev.tocsin.archive.query.Slice;
import dev.tocsin.archive.query.StoryQuery;
import dev.tocsin.archive.view.AlertHead;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What the archive keeps. Saving the same again changes nothing, and the order in which messages arrive does not matter:
 * of two revisions the higher is kept; of one that was classified anew, on request, the hit of that topic. Each save tells the messages that cannot be kept and keeps all others; a store that
 * cannot be reached throws, and then the same save can be called again.
 */
interface Store {
    List<Rejection> saveArticles(List<ClassifiedArticle> articles);

    List<Rejection> saveStories(List<Story> stories);

    List<Rejection> saveAlerts(List<Alert> alerts);

    List<Rejection> saveVerdicts(List<Verdict> verdicts);

    /** Keeps packs in the order given; of two of one version the later one is kept. */
    List<Rejection> saveTopics(List<TopicPack> packs);

    void deleteTopic(String id);

    /** Articles as lists show them. */
    Slice<ObjectNode> articles(ArticleQuery query);

    /** The contract's JSON of an article. */
    Optional<ObjectNode> article(String id);

    Slice<ObjectNode> stories(StoryQuery query);

    Optional<ObjectNode> story(String id);

    /** Stories that rang, one item each. */
    Slice<AlertHead> alerts(AlertQuery query);

    /** What is known of a story that rang; empty while it has not. */
    Optional<AlertHead> alert(String story);

    /** All alerts of a story, oldest first; of very many the latest 1,000. */
    List<Alert> revisions(AlertHead head);

    /** All verdicts on a story, oldest first; of very many the first 1,000. */
    List<Verdict> verdicts(String story);

    /** What the desk thinks of the stories of a topic, newest first; of very many verdicts the latest 5,000 count. */
    List<Judgement> judgements(String topic);

    /** The articles of a story whole, as {@link #article} gives them, newest first. */
    List<ObjectNode> articlesOf(String story, int most);

    /** How many articles belong to a topic. */
    long hits(String topic);

    /** All packs by id. */
    List<ObjectNode> topics();

    Optional<ObjectNode> topic(String id);

    Counts counts();
}

package dev.tocsin.archive;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoDatabase;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The archive in MongoDB, or in the embedded store, which speaks the part of its protocol that is used here. */
final class MongoStore implements Store {
    private static final int MOST_HISTORY = 1_000;
    private static final String ARTICLES = "articles";
    private static final String ALERTS = "alerts";

    private static final int MOST_VERDICTS = 5_000;

    private final ArticleCollection articles;
    private final ArticleRenewals renewals;
    private final StoryCollection stories;
    private final HeadCollection heads;
    private final HistoryCollection<Alert> alerts;
    private final HistoryCollection<Verdict> verdicts;
    private final TopicCollection topics;
    private final Marks marks;
    private volatile boolean indexed;

    MongoStore(MongoDatabase database) {
        articles = new ArticleCollection(database);
        renewals = new ArticleRenewals(database);
        stories = new StoryCollection(database);
        heads = new HeadCollection(database);
        alerts = new HistoryCollection<>(
                database,
                ALERTS,
                Alert.class,
                a -> id(a.story(), a.revision()),
                Alert::story,
                Alert::topic,
                a -> a.times().alerted());
        verdicts = new HistoryCollection<>(
                database, "verdicts", Verdict.class, Verdict::id, Verdict::story, Verdict::topic, Verdict::at);
        topics = new TopicCollection(database);
        marks = new Marks(database);
    }

    @Override
    public List<Rejection> saveArticles(List<ClassifiedArticle> batch) {
        index();
        var anew = batch.stream().filter(MongoStore::isAnew).toList();
        var rejections = anew.isEmpty() ? articles.save(batch) : saveFirst(batch);
        renewals.save(anew);
        marks.raise(ARTICLES, kept(batch, rejections).map(a -> a.fetched().fetchedAt()));
        return rejections;
    }

    /** Those on their first way, before any that comes again: it may be in the same batch. */
    private List<Rejection> saveFirst(List<ClassifiedArticle> batch) {
        var places = IntStream.range(0, batch.size())
                .filter(i -> !isAnew(batch.get(i)))
                .boxed()
                .toList();
        return articles.save(places.stream().map(batch::get).toList()).stream()
                .map(r -> new Rejection(places.get(r.index()), r.reason()))
                .toList();
    }

    private static boolean isAnew(ClassifiedArticle article) {
        return article.detected().reclassify() != null;
    }

    @Override
    public List<Rejection> saveStories(List<Story> batch) {
        index();
        return stories.save(batch);
    }

    @Override
    public List<Rejection> saveAlerts(List<Alert> batch) {
        index();
        var rejections = alerts.save(batch);
        var byStory = kept(batch, rejections).collect(groupingBy(Alert::story));
        heads.change(byStory.keySet(), (story, head) -> {
            for (var alert : byStory.get(story)) {
                head = head.with(alert);
            }
            return head;
        });
        marks.raise(ALERTS, kept(batch, rejections).map(a -> a.times().alerted()));
        return rejections;
    }

    @Override
    public List<Rejection> saveVerdicts(List<Verdict> batch) {
        index();
        var rejections = verdicts.save(batch);
        var byStory = kept(batch, rejections).collect(groupingBy(Verdict::story));
        heads.change(byStory.keySet(), (story, head) -> {
            for (var verdict : byStory.get(story)) {
                head = head.with(verdict);
            }
            return head;
        });
        return rejections;
    }

    @Override
    public List<Rejection> saveTopics(List<TopicPack> packs) {
        index();
        return topics.save(packs);
    }

    @Override
    public void deleteTopic(String id) {
        topics.delete(id);
    }

    @Override
    public Slice<ObjectNode> articles(ArticleQuery query) {
        return articles.find(query, query.story() == null ? null : articlesOf(query.story()));
    }

    @Override
    public Optional<ObjectNode> article(String id) {
        return articles.find(id);
    }

    @Override
    public Slice<ObjectNode> stories(StoryQuery query) {
        return stories.find(query);
    }

    @Override
    public Optional<ObjectNode> story(String id) {
        return stories.find(id);
    }

    @Override
    public Slice<AlertHead> alerts(AlertQuery query) {
        return heads.find(query);
    }

    @Override
    public Optional<AlertHead> alert(String story) {
        return heads.find(story);
    }

    @Override
    public List<Alert> revisions(AlertHead head) {
        int last = head.alert() == null ? 0 : head.alert().revision();
        // ids are known, so the embedded store need not walk through all alerts
        var ids = IntStream.rangeClosed(Math.max(1, last - MOST_HISTORY + 1), last)
                .mapToObj(revision -> id(head.story(), revision))
                .toList();
        return alerts.find(ids).stream()
                .sorted(Comparator.comparingInt(Alert::revision))
                .toList();
    }

    @Override
    public List<Verdict> verdicts(String story) {
        return verdicts.ofStory(story, MOST_HISTORY);
    }

    @Override
    public List<Judgement> judgements(String topic) {
        return Judgement.of(verdicts.ofTopic(topic, MOST_VERDICTS));
    }

    @Override
    public List<ObjectNode> articlesOf(String story, int most) {
        var query = new ArticleQuery(null, null, null, story, null, null, null, most);
        return articles(query).items().stream()
                .map(item -> articles.find(item.path("id").asText()))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public long hits(String topic) {
        return articles.count(topic);
    }

    @Override
    public List<ObjectNode> topics() {
        return topics.all();
    }

    @Override
    public Optional<ObjectNode> topic(String id) {
        return topics.find(id);
    }

    @Override
    public Counts counts() {
        return new Counts(
                articles.count(),
                stories.count(),
                alerts.count(),
                verdicts.count(),
                topics.count(),
                marks.read(ARTICLES),
                marks.read(ALERTS));
    }

    /** Before the first write rather than at start: the service starts while the store is still away. */
    private void index() {
        if (!indexed) {
            articles.index();
            stories.index();
            heads.index();
            alerts.index();
            verdicts.index();
            verdicts.indexTopics();
            topics.index();
            indexed = true;
        }
    }

    private Collection<String> articlesOf(String story) {
        Set<String> ids = new HashSet<>();
        stories.find(story).ifPresent(s -> s.path("origins")
                .forEach(origin -> origin.path("articles").forEach(id -> ids.add(id.asText()))));
        return ids;
    }

    private static String id(String story, int revision) {
        return story + ":" + revision;
    }

    private static <T> Stream<T> kept(List<T> batch, List<Rejection> rejections) {
        var rejected = new HashSet<Integer>();
        rejections.forEach(r -> rejected.add(r.index()));
        return IntStream.range(0, batch.size())
                .filter(i -> !rejected.contains(i))
                .mapToObj(batch::get);
    }
}

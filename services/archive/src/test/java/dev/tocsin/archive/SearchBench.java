package dev.tocsin.archive;

import com.mongodb.client.MongoClients;
import dev.tocsin.archive.index.ArticleIndex;
import dev.tocsin.archive.index.Progress;
import dev.tocsin.archive.query.Parameters;
import dev.tocsin.archive.search.Search;
import dev.tocsin.archive.view.ResultView;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * {@code ./tocsin bench search}: invented articles in the embedded store and in an index made from it, and a mix of searches, each
 * with the page of articles that it shows. Store and index stay in {@code target/bench-search} for the next time.
 */
final class SearchBench {
    private static final int BATCH = 250;
    private static final int READ_AT_ONCE = 100;
    private static final int ROUNDS = 150;

    private final Path folder;
    private final int articles;
    private final InventedArticles invented;

    private SearchBench(Path root, int articles) throws IOException {
        this.articles = articles;
        folder = root.resolve("target/bench-search/" + articles);
        invented = new InventedArticles(root);
    }

    public static void main(String[] args) throws IOException {
        int articles = args.length == 0 ? 200_000 : Integer.parseInt(args[0]);
        new SearchBench(Path.of(System.getProperty("tocsin.root")), articles).run();
    }

    private void run() throws IOException {
        try (var embedded = LocalStore.start(folder.resolve("store"), FreePorts.find(1)[0]);
                var client = MongoClients.create(embedded.connectionString())) {
            var database = client.getDatabase("bench");
            var stored = new StoredArticles(database);
            fill(new MongoStore(database), (int) stored.count());
            long before = heap();
            try (var index = ArticleIndex.open(folder.resolve("index"))) {
                if (index.progress().isEmpty()) {
                    build(index, stored);
                }
                System.out.printf("index: %,d articles, %.1f MB on disk%n", index.size(), index.bytes() / 1e6);
                var times = searches(index, stored);
                System.out.printf("heap that the index holds after them: %.1f MB%n", (heap() - before) / 1e6);
                report(times);
            }
        }
    }

    private void fill(Store store, int there) {
        long begin = System.nanoTime();
        for (int from = there; from < articles; from += BATCH) {
            var batch = new ArrayList<ClassifiedArticle>();
            for (int i = from; i < Math.min(from + BATCH, articles); i++) {
                batch.add(invented.article(i));
            }
            store.saveArticles(batch);
        }
        if (there < articles) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("store: %,d articles in %.0f s%n", articles - there, seconds);
        }
    }

    private static void build(ArticleIndex index, StoredArticles stored) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = System.nanoTime();
        long cpu = 0;
        int read = 0;
        String last = null;
        for (var ids = stored.idsAfter(last, 5_000); !ids.isEmpty(); ids = stored.idsAfter(last, 5_000)) {
            for (int from = 0; from < ids.size(); from += READ_AT_ONCE) {
                var some = stored.find(ids.subList(from, Math.min(from + READ_AT_ONCE, ids.size())));
                long start = threads.getCurrentThreadCpuTime();
                for (var article : some.values()) {
                    index.put(article.entry());
                }
                cpu += threads.getCurrentThreadCpuTime() - start;
                read += some.size();
            }
            last = ids.getLast();
        }
        index.refresh();
        index.commit(new Progress(true, Map.of()));
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "index: %,d articles in %.0f s, %,.0f a second; %.2f ms of CPU each, without merges and the store%n",
                read, seconds, read / seconds, cpu / 1e6 / read);
    }

    private Map<String, List<Double>> searches(ArticleIndex index, StoredArticles stored) throws IOException {
        var times = new LinkedHashMap<String, List<Double>>();
        var random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            for (var asked : mix(random).entrySet()) {
                var search = Search.of(new Parameters(asked.getValue()));
                long begin = System.nanoTime();
                var hits = index.search(search, null);
                var found = stored.find(hits.hits().stream().map(h -> h.id()).toList());
                for (var hit : hits.hits()) {
                    var article = found.get(hit.id());
                    if (article != null) {
                        Json.write(ResultView.item(hit, article.entry(), article.excerpt()));
                    }
                }
                // the first rounds are those of a JVM that is not warm yet
                if (round >= ROUNDS / 10) {
                    times.computeIfAbsent(asked.getKey(), k -> new ArrayList<>())
                            .add((System.nanoTime() - begin) / 1e6);
                }
            }
        }
        return times;
    }

    private Map<String, Map<String, List<String>>> mix(Random random) {
        var language = InventedArticles.LANGUAGES.get(random.nextInt(InventedArticles.LANGUAGES.size()));
        var rare = invented.word(language, 2_000 + random.nextInt(20_000));
        var common = invented.word(language, 150 + random.nextInt(200));
        var first = invented.word(language, 100 + random.nextInt(1_000));
        var second = invented.word(language, 100 + random.nextInt(1_000));
        var name = List.of("Tokayev", "Путин", "Zelensky", "Macron").get(random.nextInt(4));
        var mix = new LinkedHashMap<String, Map<String, List<String>>>();
        mix.put("a rare word", asked("q", rare));
        mix.put("a common word, best first", asked("q", common, "sort", "best"));
        mix.put("two words", asked("q", first + " " + second));
        mix.put("a phrase", asked("q", "\"" + first + " " + second + "\""));
        mix.put("a beginning", asked("q", rare.substring(0, Math.min(5, rare.length())) + "*"));
        mix.put("a name in any spelling, best first", asked("q", name, "sort", "best"));
        mix.put("in the title, filtered", asked("q", "title:" + common, "country", "KZ", "language", language));
        mix.put(
                "four words or none, with counts",
                asked(
                        "q",
                        "(" + first + " OR " + second + " OR " + common + " OR " + name + ") -" + rare,
                        "facets",
                        "true"));
        mix.put("everything, with counts", asked("facets", "true"));
        return mix;
    }

    private static Map<String, List<String>> asked(String... parameters) {
        var asked = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < parameters.length; i += 2) {
            asked.put(parameters[i], List.of(parameters[i + 1]));
        }
        return asked;
    }

    private static void report(Map<String, List<Double>> times) {
        System.out.printf("%-40s %8s %8s %8s   ms, with a page of 50%n", "searches", "p50", "p95", "p99");
        var all = new ArrayList<Double>();
        times.forEach((kind, some) -> {
            all.addAll(some);
            line(kind, some);
        });
        line("all", all);
    }

    private static void line(String kind, List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        System.out.printf("%-40s %8.1f %8.1f %8.1f%n", kind, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    }

    /** What is in use after a collection. */
    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

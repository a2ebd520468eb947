package dev.tocsin.classify.match;

import dev.tocsin.classify.eval.TopicEval;
import dev.tocsin.classify.pack.PackFolder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Articles a second of this thread's own time, warm: {@code ClassifyBench PACKS FILE.jsonl}, with the packs of a folder, then with
 * 10, 100 and 1,000 made of the texts' own words.
 */
final class ClassifyBench {
    private ClassifyBench() {}

    public static void main(String[] args) throws Exception {
        var rows = TopicEval.read(Path.of(args[1]));
        System.out.printf(
                "built-in packs   %7.0f articles/s%n", rate(Classifier.of(PackFolder.read(Path.of(args[0]))), rows));
        var words = frequent(rows);
        for (int count : new int[] {10, 100, 1000}) {
            System.out.printf(
                    "%,5d made packs %7.0f articles/s%n", count, rate(Classifier.of(ManyPacks.of(count, words)), rows));
        }
    }

    private static double rate(Classifier classifier, List<TopicEval.LabelledText> rows) {
        var threads = ManagementFactory.getThreadMXBean();
        double best = 0;
        long hits = 0;
        for (int round = 0; round < 4; round++) {
            long begin = threads.getCurrentThreadCpuTime();
            for (var row : rows) {
                hits += classifier
                        .classify(row.title(), row.text(), row.language())
                        .size();
            }
            best = Math.max(best, rows.size() * 1e9 / (threads.getCurrentThreadCpuTime() - begin));
        }
        System.out.printf("%.2f hits/article  ", hits / 4.0 / rows.size());
        return best;
    }

    /** Words of English texts, from the hundredth in frequency on: what topics are made of. */
    private static List<String> frequent(List<TopicEval.LabelledText> rows) {
        Map<String, Integer> counts = new HashMap<>();
        rows.stream()
                .filter(row -> row.language().equals("en"))
                .flatMap(row -> Arrays.stream(row.text().split("[^A-Za-z]+")))
                .filter(word -> word.length() > 3)
                .forEach(word -> counts.merge(word.toLowerCase(java.util.Locale.ROOT), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .skip(100)
                .limit(4000)
                .map(Map.Entry::getKey)
                .toList();
    }
}

package dev.tocsin.classify.learn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Parts stories for cross-validation: the same way each time, each story whole, both kinds of verdicts spread evenly. */
record Folds(int count, Map<String, Integer> byStory) {
    private static final int MOST = 5;

    /** @param least how many stories there are of the rarer kind; each fold has one of them at least */
    static Folds of(List<Sample> samples, int least) {
        int count = Math.min(MOST, least);
        var byStory = new HashMap<String, Integer>();
        for (boolean relevant : new boolean[] {true, false}) {
            var stories = samples.stream()
                    .filter(s -> s.relevant() == relevant)
                    .map(Sample::story)
                    .distinct()
                    // by a hash, because ids may be in order of time
                    .sorted(Comparator.comparingLong(Folds::hash).thenComparing(Comparator.naturalOrder()))
                    .toList();
            for (int i = 0; i < stories.size(); i++) {
                byStory.put(stories.get(i), i % count);
            }
        }
        return new Folds(count, byStory);
    }

    boolean holdsOut(int fold, Sample sample) {
        return byStory.getOrDefault(sample.story(), 0) == fold;
    }

    private static long hash(String story) {
        var crc = new CRC32();
        crc.update(story.getBytes(UTF_8));
        return crc.getValue();
    }
}

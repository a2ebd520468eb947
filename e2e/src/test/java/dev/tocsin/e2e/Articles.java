package dev.tocsin.e2e;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Invented articles of a real article's length, the same for the same seed: so many reports of street protests in
 * invented towns that each is an event of its own, with filler that has no topic.
 */
final class Articles {
    private static final String[] SYLLABLES = {
        "ka", "ro", "ben", "tu", "lis", "mar", "oz", "vel", "dor", "shi", "gan", "pe", "lu", "zar", "in", "ter", "bal",
        "om", "que", "fa"
    };
    private static final String[] FILLER = {
        "Shops along the market opened late and buses took the long way round.",
        "The mayor had spoken on the radio in the morning about the price of fuel.",
        "A baker who has worked here for years said that nobody had slept much.",
        "Trains ran again after noon, according to the company that operates them.",
        "The weather office expects snow in the hills and wind on the plain.",
        "Schools in the district said they would decide tomorrow about lessons.",
        "Several families waited at the station with their luggage.",
        "The regional paper printed a second edition with a map of the centre."
    };

    private final Random random;
    private final String run;
    private int next;

    Articles(String run, long seed) {
        this.run = run;
        this.random = new Random(seed);
    }

    /** The next article of which a topic pack for protests must ring; about 3,500 characters. */
    Map<String, Object> next() {
        int number = next++;
        var town = name();
        var square = name();
        var leader = name() + " " + name();
        var text = new StringBuilder()
                .append("Protesters clashed with riot police in ")
                .append(town)
                .append(" on ")
                .append(square)
                .append(" square, where ")
                .append(100 + random.nextInt(9000))
                .append(" demonstrators had gathered. ")
                .append(leader)
                .append(", who called the protest, said the demonstration in ")
                .append(town)
                .append(" would go on. ");
        while (text.length() < 3300) {
            text.append(FILLER[random.nextInt(FILLER.length)]).append(' ');
            text.append("In ")
                    .append(town)
                    .append(", ")
                    .append(name())
                    .append(' ')
                    .append(name())
                    .append(" agreed. ");
        }
        var article = new LinkedHashMap<String, Object>();
        article.put("url", "https://" + run + ".example/" + number);
        article.put("externalId", run + "-" + number);
        article.put("title", "Protesters clash with police in " + town + " over " + name() + " plan");
        article.put("text", text.toString());
        article.put("publishedAt", Instant.now().toString());
        article.put("source", Map.of("id", run + ".example", "name", "Invented " + run));
        return article;
    }

    List<Map<String, Object>> next(int count) {
        var articles = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < count; i++) {
            articles.add(next());
        }
        return articles;
    }

    private String name() {
        var name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}

package dev.tocsin.classify.reactions;

import dev.tocsin.classify.actors.Actors;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the state that an article's events are in: its own authorities do not react, they are reacted to. */
final class Theatre {
    private static final double PLACED = 3;
    private static final double NAMED = 1.5;
    private static final double TARGET = 1;
    private static final double BESIDE = 0.5;
    /** What the first sentence names counts for more. */
    private static final double LEAD = 1.5;

    private static final double PERSON = 0.2;
    /** Whoever takes stances is rather not the one on whom they are taken. */
    private static final double ACT = 1.5;

    private static final double MOST_ACTS = 3;

    /** Words that may stand between a preposition and a state, as in "in the Republic of Kazakhstan". */
    private static final int REPUBLIC = 4;

    private static final int ARTICLE = 3;
    /** Words between a state and the office that is its own. */
    private static final int OFFICE = 4;

    private static final int REACH = 8;

    private Theatre() {}

    /** The country code, where a state is named at all. */
    static Optional<String> of(List<Scene> scenes, Lexicon lexicon, Actors actors) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Map<String, Integer> acting = new HashMap<>();
        for (var scene : scenes) {
            var passage = scene.passage();
            var holders = new Holders(actors, lexicon, passage);
            for (var name : passage.named()) {
                var entity = name.mention().entity();
                if (entity.country() != null && !holders.isPartOfTitle(name, passage.named())) {
                    double lead = name.first() < passage.sentences().getFirst().to() ? LEAD : 1;
                    weights.merge(entity.country(), lead * weight(passage, name, lexicon), Double::sum);
                }
            }
            var choice = new Choice(lexicon, passage);
            var titles = new Titles(lexicon, passage);
            for (int i = 0; i < scene.told().size(); i++) {
                var sentence = passage.sentences().get(i);
                for (var holder : scene.holders().get(i)) {
                    if (holder.country() != null && titles.isOpinion(holder.head(), sentence)) {
                        acting.merge(holder.country(), 1, Integer::sum);
                    }
                }
                int previous = -1;
                for (var told : scene.told().get(i)) {
                    var here = scene.holders().get(i);
                    var actor =
                            choice.of(here, sentence, told, previous).stream().findFirst();
                    var own = actor.map(Holder::country).orElse(null);
                    if (told.stance().isTheirsToo()) {
                        continue;
                    }
                    target(passage, lexicon, told.last(), sentence.to(), own, weights);
                    actor.filter(h -> !told.stance().isNeutral())
                            .filter(h -> !told.stance().isOnOthers() || isFirst(h, here))
                            .map(Holder::country)
                            .ifPresent(c -> acting.merge(c, 1, Integer::sum));
                    previous = told.last();
                }
            }
        }
        acting.forEach((country, times) -> weights.merge(country, -Math.min(MOST_ACTS, times * ACT), Double::sum));
        return weights.entrySet().stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .map(Map.Entry::getKey);
    }

    /** Whether nobody else's is named before who acts. */
    private static boolean isFirst(Holder holder, List<Holder> here) {
        return here.stream().filter(h -> !h.object()).findFirst().stream()
                .allMatch(h -> h.side().equals(holder.side()));
    }

    private static double weight(Passage passage, Passage.Named name, Lexicon lexicon) {
        var entity = name.mention().entity();
        boolean placed = isAfter(passage, name, lexicon.places());
        return switch (entity.type()) {
            case PERSON -> PERSON;
            case PLACE -> entity.capital() ? BESIDE : placed ? NAMED : TARGET;
            case STATE -> {
                if (name.mention().demonym() || (!placed && isOfficials(passage, name, lexicon))) {
                    yield BESIDE;
                }
                yield placed ? PLACED : isAfter(passage, name, lexicon.objects()) ? NAMED : TARGET;
            }
            default -> 0;
        };
    }

    private static boolean isAfter(Passage passage, Passage.Named name, Phrases<Boolean> prepositions) {
        for (int i = name.first() - 1; i >= Math.max(0, name.first() - REPUBLIC); i--) {
            if (prepositions.has(passage.tokens(), i, i + 1)) {
                return true;
            }
            var token = passage.tokens()[i];
            if (token.length() > ARTICLE && !token.startsWith("republi") && !token.startsWith("республик")) {
                return false;
            }
        }
        return false;
    }

    /** "China's president", "the president of China". */
    private static boolean isOfficials(Passage passage, Passage.Named name, Lexicon lexicon) {
        int end = Math.min(name.last() + OFFICE, passage.tokens().length);
        for (int i = Math.max(0, name.first() - OFFICE + 1); i < end; i++) {
            if (lexicon.roles().has(passage.tokens(), i, end)
                    && !passage.isParted(Math.min(i, name.last()), Math.max(i, name.first()), ',')) {
                return true;
            }
        }
        return false;
    }

    /** "Russian troops" may be anywhere. */
    private static boolean isForces(Passage passage, Passage.Named name, Lexicon lexicon) {
        int length = passage.tokens().length;
        return name.mention().demonym()
                && (lexicon.forces().has(passage.tokens(), name.last() + 1, length)
                        || lexicon.forces().has(passage.tokens(), name.first() - 1, name.first()));
    }

    private static void target(
            Passage passage, Lexicon lexicon, int trigger, int end, @Nullable String own, Map<String, Double> weights) {
        for (var name : passage.named()) {
            var country = name.mention().entity().country();
            boolean agent = isAfter(passage, name, lexicon.by()) || isForces(passage, name, lexicon);
            if (name.first() > trigger
                    && name.first() <= Math.min(trigger + REACH, end - 1)
                    && country != null
                    && !country.equals(own)
                    && !agent) {
                weights.merge(country, TARGET, Double::sum);
                return;
            }
        }
    }
}

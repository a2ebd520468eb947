package dev.tocsin.benches;

import dev.tocsin.classify.actors.Actors;
import dev.tocsin.classify.actors.Mentions;
import dev.tocsin.classify.figures.Figures;
import dev.tocsin.classify.reactions.Reactions;
import dev.tocsin.classify.sameness.Concepts;
import dev.tocsin.classify.sameness.Signature;
import dev.tocsin.contracts.Claim;
import dev.tocsin.contracts.Reaction;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How many texts of a topic are read in a second, by what is looked for in them. */
public class UnderstandingBench {
    private static final Instant AT = Instant.parse("2022-01-06T12:00:00Z");

    /** The lists of the project, and who is named in the texts. */
    @State(Scope.Benchmark)
    public static class Lists {
        private Actors actors = actors();
        private Reactions reactions = new Reactions(actors);
        private Map<Text, Mentions> mentions = new IdentityHashMap<>();

        private static Actors actors() {
            try {
                return Actors.read(Root.of("actors"));
            } catch (Exception e) {
                throw new IllegalStateException("the actors cannot be read", e);
            }
        }

        @Setup
        public void find(Texts texts) {
            texts.all().forEach(text -> mentions.put(text, mentions(text)));
        }

        private Mentions mentions(Text text) {
            return actors.find(text.language(), text.title(), text.text());
        }
    }

    /** The notions of the project. */
    @State(Scope.Benchmark)
    public static class Notions {
        private Signature signature = new Signature(concepts());

        private static Concepts concepts() {
            try {
                return Concepts.read(Root.of("concepts"));
            } catch (Exception e) {
                throw new IllegalStateException("the notions cannot be read", e);
            }
        }
    }

    @Benchmark
    public Mentions actors(Lists lists, Texts texts) {
        return lists.mentions(texts.next());
    }

    @Benchmark
    public List<Claim> claims(Texts texts) {
        var text = texts.next();
        return Figures.find(text.language(), text.title(), text.text(), AT);
    }

    /** Without the search for actors, which it rests on. */
    @Benchmark
    public List<Reaction> reactions(Lists lists, Texts texts) {
        var text = texts.next();
        return lists.reactions.find(text.language(), text.title(), text.text(), lists.mentions.get(text));
    }

    /** Of words and names alone; actors and claims are told it. */
    @Benchmark
    public List<String> signature(Notions notions, Texts texts) {
        var text = texts.next();
        return notions.signature.of(
                text.language(), text.title(), text.text(), AT, Signature.Recognised.NOTHING, List.of());
    }
}

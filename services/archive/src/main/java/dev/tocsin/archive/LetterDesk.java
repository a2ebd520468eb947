package dev.tocsin.archive;

import dev.tocsin.archive.letters.Decision;
import dev.tocsin.archive.letters.Letter;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what people decide on dead letters, each once whoever asks how often, and writes it down in the log. */
@Singleton
final class LetterDesk {
    /** What came of it. */
    sealed interface Result {
        record Done(Letter letter) implements Result {}

        record Refused(String reason) implements Result {}

        /** Nothing changed, and it may be asked for again. */
        record Failed(String reason) implements Result {}
    }

    private final LetterCollection letters;
    private final Redelivery redelivery;
    private final InstantSource clock;

    LetterDesk(LetterCollection letters, Redelivery redelivery, InstantSource clock) {
        this.letters = letters;
        this.redelivery = redelivery;
        this.clock = clock;
    }

    /** Empty where there is no letter with this id. */
    Optional<Result> decide(String id, Decision decision) {
        return letters.decide(id, decision, clock.instant()).map(outcome -> switch (outcome) {
            case Decision.Outcome.Done(var letter) -> new Result.Done(letter);
            case Decision.Outcome.Refused(var letter, var reason) -> new Result.Refused(reason);
            case Decision.Outcome.Go(var next)
            when decision.wish() == Decision.Wish.DISCARD -> {
                told("discarded", next);
                yield new Result.Done(next);
            }
            case Decision.Outcome.Go(var next) -> replay(next);
        });
    }

    private Result replay(Letter claimed) {
        try {
            redelivery.send(claimed.letter());
        } catch (Redelivery.FailedException e) {
            become(claimed, claimed.with(Letter.State.WAITING, null, null, null));
            return new Result.Failed(String.valueOf(e.getMessage()));
        }
        var done = claimed.with(Letter.State.REPLAYED, claimed.by(), claimed.why(), claimed.decidedAt());
        become(claimed, done);
        told("replayed", done);
        return new Result.Done(done);
    }

    /** Unless somebody else took it on meanwhile, because this took very long. */
    private void become(Letter claimed, Letter next) {
        letters.change(claimed.id(), now -> now.equals(claimed) ? next : now);
    }

    private static void told(String what, Letter letter) {
        var of = letter.letter();
        Log.infof(
                "dead letter %s letter=%s channel=%s partition=%d offset=%d by=%s why=%s",
                what,
                letter.id(),
                of.kafkaTopic(),
                of.partition(),
                of.offset(),
                plain(letter.by()),
                plain(letter.why()));
    }

    /** One line, whatever people write. */
    private static @Nullable String plain(@Nullable String text) {
        return text == null ? null : text.replaceAll("\\p{Cntrl}", " ");
    }
}

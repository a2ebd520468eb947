package dev.tocsin.ingest;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.tocsin.ingest.article.Push;
import dev.tocsin.ingest.publish.Publication;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What who pushed articles is told: the fate of each, in the order they came.
 *
 * @param items one an element
 */
record PushAnswer(List<Item> items) {
    private static final int MULTI_STATUS = 207;

    /** The fates there are. */
    enum State {
        ACCEPTED,
        REVISED,
        DUPLICATE,
        REFUSED,
        FAILED;

        @JsonValue
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One element's fate.
     *
     * @param status as HTTP would say it: 202 new or revised, 200 there already, 422 refused, 503 not acknowledged
     * @param id of the article; null where it was refused
     * @param reason where it was refused; the problem's detail
     * @param problem where it was refused or failed (RFC 9457)
     */
    record Item(int status, @Nullable String id, State state, @Nullable String reason, @Nullable Problem problem) {
        static Item refused(String reason) {
            var problem = Problem.unprocessable(reason).problem();
            return new Item(problem.status(), null, State.REFUSED, reason, problem);
        }

        static Item of(Push.Readable push, Publication fate) {
            var id = push.article().id();
            return switch (fate) {
                case PUBLISHED -> new Item(202, id, State.ACCEPTED, null, null);
                case REVISED -> new Item(202, id, State.REVISED, null, null);
                case DUPLICATE, HELD -> new Item(200, id, State.DUPLICATE, null, null);
                case FAILED -> {
                    var problem = Problem.of(503, "the channel did not acknowledge it; send the same again");
                    yield new Item(503, id, State.FAILED, problem.detail(), problem);
                }
            };
        }
    }

    /** 202 where all is well, else 207 (RFC 4918). */
    int status() {
        return items.stream().allMatch(i -> i.status() < 300) ? 202 : MULTI_STATUS;
    }
}

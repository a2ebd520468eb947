package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.dashboard.guard.Caller;
import dev.tocsin.dashboard.manners.Repetition;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does what is posted under an {@code Idempotency-Key} once, and gives whoever sends it again the same answer
 * (draft-ietf-httpapi-idempotency-key-header-07). Answers that say that nothing was done (429, 5xx) are not kept.
 */
@Singleton
final class Once {
    static final String KEY = "Idempotency-Key";

    /** Tells a client that this is the answer of the first time. */
    static final String REPLAYED = "Idempotent-Replayed";

    /** Larger answers are not kept; what is sent again then is done again, which none of ours takes amiss. */
    private static final int MOST_KEPT = 1024 * 1024;

    private static final int FIRST_SERVER_ERROR = 500;
    private static final Logger LOG = Logger.getLogger(Once.class);

    private final AnswerStore answers;
    private final Who who;

    Once(AnswerStore answers, Who who) {
        this.answers = answers;
        this.who = who;
    }

    /** Does it, or answers as the first time. */
    Response answer(HttpServerRequest request, byte @Nullable [] body, Supplier<Response> work) {
        var key = request.getHeader(KEY);
        if (key == null || !request.method().name().equals("POST")) {
            return work.get();
        }
        if (!Repetition.isKey(key)) {
            return Problem.of(
                            400,
                            "Malformed Idempotency-Key",
                            "'Idempotency-Key' takes 1 to 255 printable ASCII" + " characters, such as a UUID.")
                    .response();
        }
        var repetition =
                Repetition.of(whose(who.caller()), key, "POST", request.uri(), body == null ? new byte[0] : body);
        return switch (answers.begin(repetition)) {
            case AnswerStore.First first -> kept(repetition, first, work);
            case AnswerStore.Again again -> again.response();
            case AnswerStore.Running running ->
                Response.fromResponse(Problem.of(
                                        409,
                                        "It is being done",
                                        "The first request with this 'Idempotency-Key' is not answered yet: send it again"
                                                + " in a moment.")
                                .response())
                        .header(HttpHeaders.RETRY_AFTER, 1)
                        .build();
            case AnswerStore.Other other ->
                Problem.of(
                                422,
                                "Idempotency-Key was used",
                                "This 'Idempotency-Key' was sent with another request: take a new one for each.")
                        .response();
            case AnswerStore.Away away ->
                Problem.of(
                                503,
                                "The store is away",
                                "Without it nobody can tell whether this was done before. Nothing was done; send the same"
                                        + " again in a moment.")
                        .response();
        };
    }

    /** The same for what answers with a secret, which is told this once and never kept: who asks again is told so. */
    Response secret(HttpServerRequest request, byte @Nullable [] body, Supplier<Response> work) {
        var told = new AtomicReference<Response>();
        var answer = answer(request, body, () -> {
            var response = work.get();
            told.set(response);
            return response.getStatus() < 400 ? said() : response;
        });
        var first = told.get();
        return first == null ? answer : first;
    }

    /** A name for what a request makes: the same where it is repeated under its key, whichever replica it comes to. */
    String name(HttpServerRequest request) {
        var key = request.getHeader(KEY);
        return key == null
                ? UUID.randomUUID().toString()
                : UUID.nameUUIDFromBytes((whose(who.caller()) + "\n" + key + "\n" + request.uri()).getBytes(UTF_8))
                        .toString();
    }

    private Response kept(Repetition repetition, AnswerStore.First first, Supplier<Response> work) {
        Response response;
        try {
            response = work.get();
        } catch (RuntimeException e) {
            answers.forget(repetition, first);
            throw e;
        }
        int status = response.getStatus();
        boolean keeps = status < FIRST_SERVER_ERROR && status != 429 && size(response) <= MOST_KEPT;
        if (!keeps) {
            answers.forget(repetition, first);
        } else if (!answers.keep(repetition, first, response)) {
            LOG.warn("an answer is not kept for a repetition error=store is away");
        }
        return response;
    }

    private static Response said() {
        return Problem.of(
                        409,
                        "It was done",
                        "This was done under this 'Idempotency-Key', and its secret was told then. Make another one, and end"
                                + " the one that nobody knows.")
                .response();
    }

    private static int size(Response response) {
        return response.getEntity() instanceof byte[] bytes ? bytes.length : 0;
    }

    /** Each caller has keys of their own, whatever they sign in with. */
    static String whose(Caller caller) {
        return caller.kind() + " " + caller.id();
    }
}

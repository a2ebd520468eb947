package dev.tocsin.classify;

import dev.tocsin.classify.lab.Bench;
import dev.tocsin.classify.lab.MeetRequest;
import dev.tocsin.classify.learn.PackYaml;
import dev.tocsin.classify.match.BadTermException;
import dev.tocsin.classify.pack.InvalidPackException;
import dev.tocsin.classify.pack.PackTrial;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.UnreadableMessageException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Packs that are being written, tried where the terms' analyzers are. Nothing of it is kept, and nothing comes of it. */
@Singleton
@Path("/packs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TrialsResource {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int PATIENCE = 5;

    /** They compute, beside the news: one core at most. */
    private final Semaphore turn = new Semaphore(1, true);

    private final Bench bench;

    TrialsResource(Bench bench) {
        this.bench = bench;
    }

    /** What is asked of {@code /packs/try}. */
    record TryRequest(String pack, @Nullable String language, @Nullable String title, @Nullable String text) {}

    private interface Work {
        Object of() throws UnreadableMessageException, BadTermException, InvalidPackException;
    }

    /** A pack in YAML or JSON, right or wrong: 200 with {@link PackTrial}. */
    @POST
    @Path("trial")
    @Consumes(MediaType.WILDCARD)
    public Response trial(String body) {
        return body.length() > MOST_CHARACTERS
                ? problem(413, "Too large", "the pack is larger than 1 MB: split it into several topics")
                : inTurn(() -> {
                    var trial = PackTrial.of(body);
                    var answer = new HashMap<String, @Nullable Object>();
                    answer.put("sound", trial.sound());
                    answer.put("pack", trial.pack());
                    answer.put("mistake", trial.mistake());
                    answer.put("examples", trial.examples());
                    return answer;
                });
    }

    /** {@code {pack, language, title, text}}: 200 with how that text meets that pack, or 422 with the pack's mistake. */
    @POST
    @Path("try")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response tryOne(byte[] body) {
        return inTurn(() -> {
            var asked = Json.read(body, TryRequest.class);
            var text = asked.text() == null ? "" : asked.text();
            var classifier = PackTrial.compiled(asked.pack() == null ? "" : asked.pack());
            var language = asked.language() == null ? "und" : asked.language();
            var pack = classifier.packs().getFirst();
            var score = PackTrial.Result.of(
                    classifier.scores(asked.title(), text, language).getFirst());
            return Map.of("topic", pack.id(), "threshold", pack.threshold(), "score", score);
        });
    }

    /** {@link MeetRequest}: 200 with {@code items}, a {@link dev.tocsin.classify.lab.Met} for each text. */
    @POST
    @Path("meet")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response meet(byte[] body) {
        return inTurn(() -> Map.of("items", bench.meet(Json.read(body, MeetRequest.class))));
    }

    /** A pack as JSON: 200 with the YAML that a desk would keep. */
    @POST
    @Path("yaml")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/yaml")
    public Response yaml(byte[] body) {
        try {
            return Response.ok(PackYaml.write(Json.read(body, TopicPack.class)))
                    .type("application/yaml; charset=utf-8")
                    .build();
        } catch (UnreadableMessageException e) {
            return problem(400, "Unreadable request", "the body " + e.getMessage());
        }
    }

    private Response inTurn(Work work) {
        try {
            if (!turn.tryAcquire(PATIENCE, TimeUnit.SECONDS)) {
                return problem(503, "Busy", "other packs are being tried: ask again in a moment");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return problem(503, "Stopping", "the service stops: ask again in a moment");
        }
        try {
            return Response.ok(Json.write(work.of())).build();
        } catch (UnreadableMessageException e) {
            return problem(400, "Unreadable request", "the body " + e.getMessage());
        } catch (InvalidPackException e) {
            return problem(422, "The pack is wrong", String.valueOf(e.getMessage()));
        } catch (BadTermException e) {
            return problem(
                    422, "The pack is wrong", "signal '" + e.signal() + "', " + e.language() + ": " + e.getMessage());
        } finally {
            turn.release();
        }
    }

    private static Response problem(int status, String title, String detail) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(Json.write(Map.of("type", "about:blank", "title", title, "status", status, "detail", detail)))
                .build();
    }
}

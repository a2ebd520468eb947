package dev.tocsin.dashboard;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.contracts.Verdict;
import dev.tocsin.dashboard.live.LiveRing;
import dev.tocsin.dashboard.manners.JsonText;
import dev.tocsin.dashboard.verdicts.VerdictRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Takes what an analyst decides: checks it, writes it to the channel and only then says that it is done. */
@Singleton
final class Verdicts {
    private final Neighbours neighbours;
    private final LiveRing ring;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Who who;

    Verdicts(Neighbours neighbours, LiveRing ring, Outbox outbox, InstantSource clock, Who who) {
        this.neighbours = neighbours;
        this.ring = ring;
        this.outbox = outbox;
        this.clock = clock;
        this.who = who;
    }

    /** @param id of the verdict, the same where a request is repeated under one key */
    Response decide(String story, byte[] body, @Nullable String trace, String id) {
        var fault = JsonText.fault(body);
        if (fault.isPresent()) {
            return Passage.malformed(fault.get());
        }
        VerdictRequest request;
        try {
            var sent = Json.read(body, VerdictRequest.class);
            request = sent.by(who.signature(sent.by()));
            who.note(sent.verdict() + " on " + story);
        } catch (UnreadableMessageException e) {
            return Problem.of(400, "Unreadable verdict", "The body " + e.getMessage())
                    .response();
        }
        // an alert is on the boards a moment before it is in the archive
        var ringing = ring.alertOf(story);
        return ringing.isPresent()
                ? decide(story, ringing.get(), request, trace, id)
                : switch (neighbours.get(Neighbour.ARCHIVE, "/alerts/" + Neighbours.segment(story))) {
                    case Reply.Answer answer when answer.ok() -> decide(story, answer.body(), request, trace, id);
                    case Reply.Answer answer when answer.status() == 404 -> unknown(story);
                    case Reply other -> Passage.response(other);
                };
    }

    /** @param alert any one of the story's, as JSON: what of it a verdict needs is the same in all */
    private Response decide(String story, byte[] alert, VerdictRequest request, @Nullable String trace, String id) {
        Rung rung;
        try {
            rung = Json.read(alert, Rung.class);
        } catch (UnreadableMessageException e) {
            return senseless();
        }
        if (rung.topic() == null) {
            return senseless();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (request.on(story, rung.topic(), rung.isExercise(), id, now)) {
            case VerdictRequest.Refused refused -> refusal(refused);
            case VerdictRequest.Sound sound ->
                outbox.write(sound.verdict(), TraceParent.continuing(trace))
                        .map(Problem::response)
                        .orElseGet(() -> created(sound.verdict()));
        };
    }

    /** What of an alert a verdict is made with. */
    private record Rung(@Nullable String topic, Alert.@Nullable Status status) {
        @Nullable
        Boolean isExercise() {
            return status == null ? null : status == Alert.Status.Exercise;
        }
    }

    private static Response created(Verdict verdict) {
        return Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Json.write(verdict))
                .build();
    }

    private static Response refusal(VerdictRequest.Refused refused) {
        var errors = refused.faults().stream()
                .map(f -> Problem.FieldError.in(f.field(), f.detail()))
                .toList();
        return new Problem("about:blank", "The verdict is not complete", 422, refused.detail(), null, errors)
                .response();
    }

    private static Response unknown(String story) {
        return Problem.of(404, "No such story", "No alert of the story '" + story + "' is known.")
                .response();
    }

    private static Response senseless() {
        return Problem.of(502, "A part of Tocsin gave no usable answer", "The archive's alert names no topic.")
                .response();
    }
}

package dev.tocsin.archive;

import dev.tocsin.archive.letters.Decision;
import dev.tocsin.archive.letters.Decision.Wish;
import dev.tocsin.archive.letters.Letter;
import dev.tocsin.archive.letters.LetterQuery;
import dev.tocsin.archive.letters.LetterView;
import dev.tocsin.archive.query.BadParameterException;
import dev.tocsin.archive.query.Page;
import dev.tocsin.archive.query.Parameters;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages that could not be handled: which there are, and what is to become of them. */
@Singleton
@Path("/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class LettersResource {
    private static final int MOST_AT_ONCE = 500;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_WHY = 500;

    /** Who wants it and why; with many, which of those that wait. */
    record Request(
            @Nullable String action,
            @Nullable List<String> ids,
            @Nullable String service,
            @Nullable String channel,
            @Nullable String kind,
            @Nullable String by,
            @Nullable String why) {}

    /** What came of many. @param remaining whether more wait than were taken on */
    record Summary(String action, int done, List<Refusal> refused, boolean remaining) {}

    /** One of many that could not be done. */
    record Refusal(String id, String reason) {}

    private final LetterCollection letters;
    private final LetterDesk desk;

    LettersResource(LetterCollection letters, LetterDesk desk) {
        this.letters = letters;
        this.desk = desk;
    }

    /** Letters, the newest first. Parameters: {@code state, service, channel, kind, cursor, limit}. */
    @GET
    public Page<LetterView> list(UriInfo uri) {
        var query = LetterQuery.of(new Parameters(uri.getQueryParameters()));
        return Page.of(letters.find(query).map(LetterView::item), query.scope());
    }

    /** Those that wait by what they have in common, the most first; at most 200 causes. */
    @GET
    @Path("kinds")
    public Page<LetterCollection.Group> kinds() {
        return new Page<>(letters.groups(), null);
    }

    @GET
    @Path("{id}")
    public LetterView one(String id) {
        return letters.find(id).map(LetterView::whole).orElseThrow(() -> unknown(id));
    }

    /** Puts the message back onto its channel as it came; asked again, says that it was. */
    @POST
    @Path("{id}/replay")
    public Response replay(String id, byte[] body, UriInfo uri) {
        return one(id, decision(Wish.REPLAY, request(body)), uri);
    }

    /** Marks it as settled: nothing is to be done about it. */
    @POST
    @Path("{id}/discard")
    public Response discard(String id, byte[] body, UriInfo uri) {
        return one(id, decision(Wish.DISCARD, request(body)), uri);
    }

    /** The same with many that wait, by their ids or by what they have in common; 500 at a time. */
    @POST
    @Path("actions")
    public Summary many(byte[] body) {
        var request = request(body);
        var action = request.action();
        if (!"replay".equals(action) && !"discard".equals(action)) {
            throw new BadParameterException("action", "is missing or unknown: replay or discard");
        }
        var decision = decision(action.equals("replay") ? Wish.REPLAY : Wish.DISCARD, request);
        var chosen = chosen(request);
        int done = 0;
        var refused = new java.util.ArrayList<Refusal>();
        for (var id : chosen.ids()) {
            switch (desk.decide(id, decision)
                    .orElseGet(() -> new LetterDesk.Result.Refused("there is no such letter"))) {
                case LetterDesk.Result.Done(Letter letter) -> done++;
                case LetterDesk.Result.Refused(String reason) -> refused.add(new Refusal(id, reason));
                case LetterDesk.Result.Failed(String reason) -> refused.add(new Refusal(id, reason));
            }
        }
        return new Summary(action, done, refused, chosen.more());
    }

    private record Chosen(List<String> ids, boolean more) {}

    private Chosen chosen(Request request) {
        var ids = request.ids();
        if (ids != null && !ids.isEmpty()) {
            if (ids.size() > MOST_AT_ONCE) {
                throw new BadParameterException("ids", "are " + ids.size() + ", the most at a time is " + MOST_AT_ONCE);
            }
            return new Chosen(ids, false);
        }
        if (request.service() == null && request.channel() == null && request.kind() == null) {
            throw new BadParameterException(
                    "ids", "is missing, and so are service, channel and kind: say which letters");
        }
        var found = letters.find(new LetterQuery(
                Letter.State.WAITING, request.service(), request.channel(), request.kind(), null, MOST_AT_ONCE));
        return new Chosen(found.items().stream().map(Letter::id).toList(), found.next() != null);
    }

    private Response one(String id, Decision decision, UriInfo uri) {
        return switch (desk.decide(id, decision).orElseThrow(() -> unknown(id))) {
            case LetterDesk.Result.Done(Letter letter) ->
                Response.ok(LetterView.whole(letter)).build();
            case LetterDesk.Result.Refused(String reason) ->
                problem(Response.Status.CONFLICT, reason, uri).build();
            case LetterDesk.Result.Failed(String reason) ->
                problem(Response.Status.SERVICE_UNAVAILABLE, reason, uri)
                        .header("Retry-After", 5)
                        .build();
        };
    }

    private static Response.ResponseBuilder problem(Response.Status status, String reason, UriInfo uri) {
        return Problem.of(status, reason, uri.getRequestUri().getRawPath()).response();
    }

    private static Decision decision(Wish wish, Request request) {
        var by = text("by", request.by(), LONGEST_NAME);
        var why = text("why", request.why(), LONGEST_WHY);
        if (by == null) {
            throw new BadParameterException("by", "is missing: who decides");
        }
        if (why == null && wish == Wish.DISCARD) {
            throw new BadParameterException("why", "is missing: why it is discarded");
        }
        return new Decision(wish, by, why);
    }

    private static @Nullable String text(String name, @Nullable String given, int longest) {
        var text = given == null ? "" : given.strip();
        if (text.length() > longest) {
            throw new BadParameterException(name, "has " + text.length() + " characters, the most is " + longest);
        }
        return text.isEmpty() ? null : text;
    }

    private static Request request(byte[] body) {
        try {
            return Json.read(body, Request.class);
        } catch (UnreadableMessageException e) {
            throw new BadParameterException("body", String.valueOf(e.getMessage()));
        }
    }

    private static NothingThereException unknown(String id) {
        return new NothingThereException("dead letter", id);
    }
}

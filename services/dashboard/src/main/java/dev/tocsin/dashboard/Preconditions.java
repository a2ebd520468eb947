package dev.tocsin.dashboard;

import dev.tocsin.dashboard.manners.Etag;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Lets a change go on only where the thing is what the client says it is. The look and the change are two steps: of two that
 * come within the same milliseconds both may pass, as without a condition.
 */
@Singleton
final class Preconditions {
    private final Neighbours neighbours;

    Preconditions(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** What to answer instead of making the change; empty where it may be made. */
    Optional<Response> refusal(Neighbour neighbour, String path, Passage.Edit edit, HttpHeaders headers) {
        var ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (ifMatch == null) {
            return Optional.empty();
        }
        return switch (neighbours.get(neighbour, path)) {
            case Reply.Answer now
            when now.status() == 200 ->
                Etag.allows(ifMatch, edit.of(now.body()).orElse(null))
                        ? Optional.empty()
                        : Optional.of(Conditional.failed().response());
            case Reply other -> Optional.of(Passage.response(other));
        };
    }
}

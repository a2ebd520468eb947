package dev.tocsin.archive;

import dev.tocsin.archive.query.BadParameterException;
import dev.tocsin.archive.query.Page;
import dev.tocsin.archive.search.SavedQuery;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Searches that a desk keeps. */
@Singleton
@Path("/searches")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class SavedSearchResource {
    private static final int LONGEST_NAME = 100;

    /** What is kept under a name. */
    record Body(@Nullable String query, @Nullable String by) {}

    private final SavedSearchCollection searches;
    private final InstantSource clock;

    SavedSearchResource(SavedSearchCollection searches, InstantSource clock) {
        this.searches = searches;
        this.clock = clock;
    }

    /** All of them by name, on one page. */
    @GET
    public Page<SavedSearch> all() {
        return new Page<>(searches.all(), null);
    }

    /** Keeps a search under a name, in the place of the one before. Its query must be one that can be asked. */
    @PUT
    @Path("{name}")
    public SavedSearch put(String name, byte[] body) {
        var asked = body(body);
        var clean = name.strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME || clean.chars().anyMatch(Character::isISOControl)) {
            throw new BadParameterException(
                    "name", "has " + clean.length() + " characters, expected 1 to " + LONGEST_NAME);
        }
        if (asked.by() != null && asked.by().length() > LONGEST_NAME) {
            throw new BadParameterException("by", "is longer than " + LONGEST_NAME + " characters");
        }
        if (searches.isFull() && !searches.has(clean)) {
            throw new BadParameterException(
                    "name",
                    "would be one more than the " + SavedSearchCollection.MOST + " that can be kept; delete one");
        }
        var search = new SavedSearch(clean, SavedQuery.clean(asked.query()), asked.by(), clock.instant());
        searches.put(search);
        return search;
    }

    @DELETE
    @Path("{name}")
    public void delete(String name) {
        if (!searches.delete(name.strip())) {
            throw new NothingThereException("saved search", name);
        }
    }

    private static Body body(byte[] body) {
        try {
            return Json.read(body, Body.class);
        } catch (UnreadableMessageException e) {
            throw new BadParameterException("body", String.valueOf(e.getMessage()));
        }
    }
}

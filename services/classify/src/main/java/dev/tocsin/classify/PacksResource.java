package dev.tocsin.classify;

import dev.tocsin.classify.pack.InvalidPackException;
import dev.tocsin.classify.pack.PackText;
import dev.tocsin.contracts.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Tries packs that people are about to put into force, where the terms' analyzers are. */
@Path("/packs")
public class PacksResource {
    private static final int MOST_CHARACTERS = 1 << 20;

    /** A pack in YAML or JSON: 200 with it as the channel carries it, or 422 with its first mistake. */
    @POST
    @Path("check")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response check(String body) {
        if (body.length() > MOST_CHARACTERS) {
            return problem("the pack is larger than 1 MB: split it into several topics");
        }
        try {
            return Response.ok(Json.write(PackText.read("pack", body))).build();
        } catch (InvalidPackException e) {
            return problem(e.getMessage());
        }
    }

    private static Response problem(String detail) {
        return Response.status(422)
                .type("application/problem+json")
                .entity(Json.write(
                        Map.of("type", "about:blank", "title", "The pack is wrong", "status", 422, "detail", detail)))
                .build();
    }
}

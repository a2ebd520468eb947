package dev.tocsin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.archive.query.BadParameterException;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;

/** The archive whole, out and in again; see docs/backup.md. */
@Singleton
@Path("/archive")
@RunOnVirtualThread
final class ExportResource {
    static final String LINES = "application/x-ndjson";

    private final Export export;

    ExportResource(Export export) {
        this.export = export;
    }

    /** All documents, one a line. A last line with {@code end} tells that it is whole. */
    @GET
    @Path("export")
    @Produces(LINES)
    public StreamingOutput write() {
        Log.info("audit action=export");
        return out -> {
            export.write(out);
            out.flush();
        };
    }

    /** Lines of an export, all or some of them: 200 with {@code {documents, known}}. What is there already stays as it is. */
    @POST
    @Path("import")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Export.Imported read(byte[] body) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), UTF_8))) {
            var imported = export.read(lines);
            Log.infof("audit action=import documents=%d known=%d", imported.documents(), imported.known());
            return imported;
        } catch (Export.BadLineException e) {
            throw new BadParameterException("body", String.valueOf(e.getMessage()));
        }
    }
}

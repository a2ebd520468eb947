package dev.tocsin.dashboard;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers that browsers show. */
final class Html {
    private static final String TYPE = "text/html;charset=UTF-8";

    private Html() {}

    static Response page(TemplateInstance page) {
        return page(200, page);
    }

    static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(page.render())
                .build();
    }

    static Response error(Problem problem) {
        return page(problem.status(), Templates.error(problem.status(), problem.title(), problem.detail()));
    }
}

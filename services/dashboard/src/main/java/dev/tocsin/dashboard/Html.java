package dev.tocsin.dashboard;

import dev.tocsin.dashboard.words.Reader;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Answers that browsers show, in the language and the colours of who asks. */
final class Html {
    private static final String TYPE = "text/html;charset=UTF-8";

    private Html() {}

    static Response page(TemplateInstance page) {
        return page(200, page);
    }

    static Response page(int status, TemplateInstance page) {
        var reader = reader();
        return Response.status(status)
                .type(TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, reader.language().tag())
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .entity(Wording.to(reader, page).render())
                .build();
    }

    static Response error(Problem problem) {
        return page(problem.status(), Templates.error(problem.status(), problem.title(), problem.detail()));
    }

    /** Who asks; anybody where a page is made outside of a request. */
    static Reader reader() {
        return reader((String) null);
    }

    /** Who asks, for whom a language is asked for that is not the own; null for the own. */
    static Reader reader(@Nullable String language) {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return Reader.ANYBODY;
        }
        var routing = container.instance(CurrentVertxRequest.class).get().getCurrent();
        return routing == null ? Reader.ANYBODY : reader(language, routing.request());
    }

    private static Reader reader(@Nullable String language, HttpServerRequest request) {
        return Reader.of(
                language == null ? value(request.getCookie(Reader.LANGUAGE_COOKIE)) : language,
                value(request.getCookie(Reader.THEME_COOKIE)),
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static @Nullable String value(@Nullable Cookie cookie) {
        return cookie == null ? null : cookie.getValue();
    }
}

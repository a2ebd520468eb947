package dev.tocsin.dashboard;

import dev.tocsin.dashboard.pages.AuditRow;
import dev.tocsin.dashboard.pages.DeliveriesView;
import dev.tocsin.dashboard.pages.RouteRow;
import dev.tocsin.dashboard.pages.SessionRow;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of signing in and of who may what, checked against their values when the module is built. */
@CheckedTemplate(basePath = "")
final class AccessTemplates {
    private AccessTemplates() {}

    /** @param provider name of the provider of OIDC, where there is one */
    static native TemplateInstance login(
            String login,
            String next,
            String nextEncoded,
            @Nullable String provider,
            boolean local,
            @Nullable String error);

    /**
     * @param step {@code code}, {@code admin} or {@code password}
     * @param user whose password is chosen
     */
    static native TemplateInstance welcome(
            String step, String code, String login, String name, String user, boolean local, @Nullable String error);

    static native TemplateInstance settings(
            @Nullable String name,
            boolean hasPassword,
            boolean provided,
            List<SessionRow> sessions,
            @Nullable String done,
            @Nullable String error);

    /**
     * @param told null while notify does not answer
     * @param topics their names, by id
     */
    static native TemplateInstance notifications(
            @Nullable DeliveriesView told, List<RouteRow> routes, Map<String, String> topics);

    static native TemplateInstance users();

    static native TemplateInstance keys();

    static native TemplateInstance audit(
            List<AuditRow> rows, String by, String what, String outcome, @Nullable String older, String query);
}

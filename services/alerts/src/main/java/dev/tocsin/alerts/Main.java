package dev.tocsin.alerts;

import dev.tocsin.alerts.policy.InvalidPolicyException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the service; a wrong alert policy ends it with one line for whoever wrote it, anything else with a stack trace. */
@QuarkusMain
public final class Main {
    private static final Logger LOG = Logger.getLogger(Main.class);

    private Main() {}

    public static void main(String... args) {
        Quarkus.run(null, Main::exit, args);
    }

    private static void exit(int code, @Nullable Throwable failure) {
        if (failure != null) {
            explain(failure);
        }
        System.exit(code);
    }

    private static void explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidPolicyException) {
                System.err.println("tocsin-alerts cannot start: " + cause.getMessage());
                return;
            }
        }
        LOG.error("cannot start", failure);
    }
}

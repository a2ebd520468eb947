package dev.tocsin.classify;

import dev.tocsin.classify.actors.InvalidActorsException;
import dev.tocsin.classify.pack.InvalidPackException;
import dev.tocsin.classify.sameness.InvalidLexiconException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jspecify.annotations.Nullable;

/** Starts the service; a wrong file ends it with one line for whoever wrote it, anything else with a stack trace. */
@QuarkusMain
public final class Main {
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
            if (cause instanceof InvalidPackException
                    || cause instanceof InvalidActorsException
                    || cause instanceof InvalidLexiconException) {
                System.err.println("tocsin-classify cannot start: " + cause.getMessage());
                return;
            }
        }
        Log.error("cannot start", failure);
    }
}

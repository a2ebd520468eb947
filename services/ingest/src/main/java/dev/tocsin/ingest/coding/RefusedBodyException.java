package dev.tocsin.ingest.coding;

import dev.tocsin.ingest.feeds.Failure;
import java.io.IOException;

/** A body that is broken off; its message says why, for people. */
public final class RefusedBodyException extends IOException {
    private static final long serialVersionUID = 1;

    private final Failure failure;

    RefusedBodyException(Failure failure, String reason) {
        super(reason);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}

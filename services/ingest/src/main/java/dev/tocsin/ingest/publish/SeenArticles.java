package dev.tocsin.ingest.publish;

import java.util.Collection;
import java.util.Map;

/** The memory of what went out, which outlives this process. Both methods throw where it cannot be reached. */
public interface SeenArticles {
    /** Those of the ids that went out before; one question for the whole batch. */
    Map<String, Seen> among(Collection<String> ids);

    /** Remembers; one write for the whole batch. What another replica was quicker to remember first stays. */
    void mark(Collection<Mark> marks);
}

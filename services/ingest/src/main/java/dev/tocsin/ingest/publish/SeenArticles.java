package dev.tocsin.ingest.publish;

import java.util.Collection;
import java.util.Map;

/** The memory of what went out, which outlives this process. Both methods throw where it cannot be reached. */
public interface SeenArticles {
    /**
     * Those of the ids that went out before, by the ids asked for; what went out under another id, to which there is a
     * {@link Mark.Alias}, says that one. One question for the whole batch, and one more where there are aliases.
     */
    Map<String, Seen> among(Collection<String> ids);

    /** Remembers; one write for the whole batch. What another replica was quicker to remember first stays. */
    void mark(Collection<Mark> marks);
}

package dev.tocsin.archive.view;

import dev.tocsin.contracts.Verdict;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where an alert stands with the desk: new until somebody decides, and when that is taken back, then what the latest verdict says. */
public enum Standing {
    NEW,
    ACKNOWLEDGED,
    RELEVANT,
    IRRELEVANT,
    MUTED;

    static Standing of(@Nullable Verdict verdict) {
        return verdict == null || verdict.takesBack() != null
                ? NEW
                : switch (verdict.verdict()) {
                    case ACKNOWLEDGED -> ACKNOWLEDGED;
                    case RELEVANT -> RELEVANT;
                    case IRRELEVANT -> IRRELEVANT;
                    case MUTED -> MUTED;
                };
    }

    /** The word the API and the store use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

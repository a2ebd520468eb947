package dev.tocsin.ingest.origin;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A news agency, whose texts others print.
 *
 * @param id what goes out as {@code origin.wireCredit}
 * @param names what credit lines call it, at least one
 * @param domains where it publishes itself
 * @param patterns datelines of scripts that have forms of their own
 * @param marks what stands in the last lines of its texts
 */
record Agency(String id, List<String> names, List<String> domains, List<String> patterns, List<String> marks) {
    Agency {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("an agency has no 'id'");
        }
        names = copy(names);
        domains = copy(domains);
        patterns = copy(patterns);
        marks = copy(marks);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("agency '" + id + "' has no 'names'");
        }
    }

    /** @throws IllegalArgumentException that names the agency and the pattern that is none */
    Stream<OriginTable.Form> forms(List<String> written) {
        return written.stream().map(p -> {
            try {
                return new OriginTable.Form(Pattern.compile(p), id);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "agency '" + id + "' has the pattern '" + p + "': " + e.getDescription(), e);
            }
        });
    }

    static List<String> copy(@Nullable List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}

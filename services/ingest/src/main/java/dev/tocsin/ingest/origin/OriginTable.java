package dev.tocsin.ingest.origin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The agencies and families that are known, checked as a whole and ready to be looked up. */
final class OriginTable {
    /** A name shorter than this is a word of some language in other capitals: {@code ap}, {@code ats}, {@code efe}. */
    private static final int LONG_NAME = 5;

    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");

    /** The file's form. */
    private record Sheet(List<Agency> agencies, List<Family> families) {}

    /** What an agency alone writes so. */
    record Form(Pattern pattern, String agency) {}

    private final Map<String, String> names = new HashMap<>();
    private final Words words;
    private final Map<String, String> agencyDomains = new HashMap<>();
    private final Map<String, String> familyDomains = new HashMap<>();
    private final List<Form> datelines;
    private final List<Form> marks;

    private OriginTable(Sheet sheet) {
        var agencies = new HashMap<String, Agency>();
        for (var agency : sheet.agencies()) {
            once(agencies.put(agency.id(), agency), "agency", agency.id());
            agency.names().forEach(n -> once(names.put(key(n), agency.id()), "name", n));
            agency.domains().forEach(d -> once(agencyDomains.put(domain(d), agency.id()), "domain", d));
        }
        for (var family : sheet.families()) {
            family.domains().forEach(d -> once(familyDomains.put(domain(d), family.id()), "domain", d));
            for (var id : family.agencies()) {
                var agency = agencies.get(id);
                if (agency == null) {
                    throw new IllegalArgumentException("family '" + family.id() + "' names the agency '" + id
                            + "', which is not among 'agencies'");
                }
                agency.domains().forEach(d -> once(familyDomains.put(d, family.id()), "domain", d));
            }
        }
        words = Words.of(names.keySet());
        datelines =
                sheet.agencies().stream().flatMap(a -> a.forms(a.patterns())).toList();
        marks = sheet.agencies().stream().flatMap(a -> a.forms(a.marks())).toList();
    }

    /** The table that comes with Tocsin. */
    static OriginTable builtIn() {
        try (var in = OriginTable.class.getResourceAsStream("origins.yaml")) {
            return read(Objects.requireNonNull(in, "origins.yaml is missing from the jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException that says what is wrong in it */
    static OriginTable read(InputStream yaml) throws IOException {
        try {
            return new OriginTable(new YAMLMapper().readValue(yaml, Sheet.class));
        } catch (JsonProcessingException e) {
            var cause = e.getCause() instanceof IllegalArgumentException wrong ? wrong : e;
            throw new IllegalArgumentException("the table of origins is wrong: " + cause.getMessage(), e);
        }
    }

    /** The agency that a credit line calls so. */
    Optional<String> agencyNamed(String name) {
        return Optional.ofNullable(names.get(key(name)));
    }

    /** False where no agency's name can be in a line: most lines are spared the closer look. */
    boolean mayName(String line) {
        return words.anyIn(line);
    }

    /** The agency that publishes under a host. */
    Optional<String> agencyAt(String host) {
        return within(agencyDomains, host);
    }

    /** The family of who publishes under a host; an agency that belongs to none is one by itself. */
    Optional<String> familyAt(String host) {
        return within(familyDomains, host)
                .or(() -> agencyAt(host).map(a -> a.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}0-9]+", "-")));
    }

    List<Form> datelines() {
        return datelines;
    }

    List<Form> marks() {
        return marks;
    }

    private static Optional<String> within(Map<String, String> domains, String host) {
        for (var h = host; ; h = h.substring(h.indexOf('.') + 1)) {
            var found = domains.get(h);
            if (found != null || h.indexOf('.') < 0) {
                return Optional.ofNullable(found);
            }
        }
    }

    private static String key(String name) {
        var plain = name.strip().replaceAll("[\\s\\u00A0]+", " ");
        return plain.length() < LONG_NAME ? plain : plain.toLowerCase(Locale.ROOT);
    }

    private static String domain(String domain) {
        if (!DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException("'" + domain + "' is no domain: lower case, as in news.example");
        }
        return domain;
    }

    private static void once(@Nullable Object before, String what, String value) {
        if (before != null) {
            throw new IllegalArgumentException("the " + what + " '" + value + "' is there twice");
        }
    }
}

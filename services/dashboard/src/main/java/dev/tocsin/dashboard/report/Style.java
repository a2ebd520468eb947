package dev.tocsin.dashboard.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The style sheet that a report carries in itself, and what allows exactly it and nothing else. */
public final class Style {
    static final String CHART = read("chart.css");
    private static final String ALL = read("report.css") + CHART;

    private Style() {}

    /** The style sheet, as it stands between the tags. */
    public static String text() {
        return ALL;
    }

    /**
     * A Content Security Policy that lets a browser use this style sheet, by its hash (CSP Level 3, section 2.3.1), and nothing
     * else.
     */
    public static String policy() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(ALL.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash) + "'; base-uri 'none'; form-action 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (var file = Style.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

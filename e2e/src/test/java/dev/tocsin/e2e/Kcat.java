package dev.tocsin.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a channel with {@code kcat}, a client that shares no code with ours (librdkafka, C). */
final class Kcat {
    private static final char FIELD = '\u001f';

    private Kcat() {}

    /** One message as kcat saw it. */
    record Message(String key, Map<String, String> headers, JsonNode value) {}

    static boolean isInstalled() {
        try {
            return new ProcessBuilder("kcat", "-V").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** All committed messages of a channel from its beginning to its end. */
    static List<Message> read(String broker, String channel) throws IOException, InterruptedException {
        var kcat = new ProcessBuilder(
                        "kcat",
                        "-b",
                        broker,
                        "-t",
                        channel,
                        "-C",
                        "-e",
                        "-q",
                        "-f",
                        "%k" + FIELD + "%h" + FIELD + "%s\n")
                .redirectErrorStream(true)
                .start();
        var output = new String(kcat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (kcat.waitFor() != 0) {
            throw new IOException("kcat: " + output);
        }
        var messages = new ArrayList<Message>();
        for (var line : output.split("\n")) {
            if (!line.isEmpty()) {
                var parts = line.split(String.valueOf(FIELD), 3);
                messages.add(
                        new Message(parts[0], headers(parts[1]), Json.mapper().readTree(parts[2])));
            }
        }
        return messages;
    }

    private static Map<String, String> headers(String joined) {
        var headers = new LinkedHashMap<String, String>();
        for (var pair : joined.split(",")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                headers.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return headers;
    }
}

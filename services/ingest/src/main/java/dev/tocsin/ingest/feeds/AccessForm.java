package dev.tocsin.ingest.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of a form that holds secrets: what is refused here is named and never repeated. */
final class AccessForm {
    private static final List<String> KEYS = List.of("headers", "user", "password", "cookies", "proxy");
    private static final int MOST_HEADERS = 20;
    private static final int LONGEST = 4096;
    /** RFC 9110, 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");
    private static final Pattern PROXY = Pattern.compile("http://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\]):\\d{1,5}/?");
    /** What the client itself says; another value would change whom it talks to, or where a message ends. */
    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "cookie",
            "accept-encoding",
            "if-none-match",
            "if-modified-since",
            "proxy-authorization");

    private AccessForm() {}

    /** The access after a merge (RFC 7396): also a single header stays, changes, or goes with {@code null}. */
    static FeedAccess changed(FeedAccess before, JsonNode json) {
        if (json.isNull()) {
            return FeedAccess.OPEN;
        }
        FormKeys.known(json, KEYS, "access");
        var after = new FeedAccess(
                json.has("headers") ? headers(before.headers(), json.get("headers")) : before.headers(),
                json.has("user") ? secret(json, "user") : before.user(),
                json.has("password") ? secret(json, "password") : before.password(),
                json.has("cookies") ? secret(json, "cookies") : before.cookies(),
                json.has("proxy") ? proxy(json) : before.proxy());
        if (after.password() != null && after.user() == null) {
            throw new IllegalArgumentException("'access.password' is there without 'access.user': give both");
        }
        if (after.user() != null && after.user().contains(":")) {
            throw new IllegalArgumentException("'access.user' holds a colon, which basic authentication cannot carry");
        }
        if (after.proxy() != null && !after.proxy().equals(before.proxy()) && keepsSecrets(before, json)) {
            throw new IllegalArgumentException("'access.proxy' is another, and would see what was given before: give "
                    + "access anew, with headers, user, password and cookies");
        }
        return after;
    }

    /** Whoever may change a feed need not know its secrets; a proxy of theirs could read them. */
    private static boolean keepsSecrets(FeedAccess before, JsonNode json) {
        var headers = json.path("headers");
        return !headers.isNull() && before.headers().keySet().stream().anyMatch(name -> !headers.has(name))
                || before.user() != null && !json.has("user")
                || before.password() != null && !json.has("password")
                || before.cookies() != null && !json.has("cookies");
    }

    private static Map<String, String> headers(Map<String, String> before, JsonNode json) {
        if (json.isNull()) {
            return Map.of();
        }
        if (!json.isObject()) {
            throw new IllegalArgumentException("'access.headers' is no object of names and values");
        }
        var after = new LinkedHashMap<>(before);
        for (var entry : json.properties()) {
            var name = entry.getKey();
            if (!TOKEN.matcher(name).matches()) {
                throw new IllegalArgumentException("'access.headers' holds a name that is no header's name");
            }
            if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("'access.headers' holds " + name
                        + ", which is not yours to set: for cookies there is 'access.cookies'");
            }
            var value = secret(json, name);
            if (value == null) {
                after.remove(name);
            } else {
                after.put(name, value);
            }
        }
        if (after.size() > MOST_HEADERS) {
            throw new IllegalArgumentException(
                    "'access.headers' holds " + after.size() + " headers, at most " + MOST_HEADERS);
        }
        return after;
    }

    private static @Nullable String proxy(JsonNode json) {
        var proxy = secret(json, "proxy");
        if (proxy != null
                && (!PROXY.matcher(proxy).matches() || URI.create(proxy).getHost() == null)) {
            throw new IllegalArgumentException("'access.proxy' is none: expected http://host:port");
        }
        return proxy;
    }

    private static @Nullable String secret(JsonNode json, String key) {
        var value = json.get(key);
        if (value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().length() > LONGEST || hasControls(value.textValue())) {
            throw new IllegalArgumentException(
                    "'access." + key + "' is no text of one line and at most " + LONGEST + " characters");
        }
        return value.textValue().isEmpty() ? null : value.textValue();
    }

    private static boolean hasControls(String text) {
        return FORBIDDEN.matcher(text).find();
    }
}

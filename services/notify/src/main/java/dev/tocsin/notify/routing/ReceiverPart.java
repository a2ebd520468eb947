package dev.tocsin.notify.routing;

import dev.tocsin.notify.delivery.Receiver;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one receiver of the routes file. Secrets, and addresses that are secrets, stand in the environment only. */
final class ReceiverPart {
    private static final String PAGERDUTY = "https://events.pagerduty.com/v2/enqueue";
    private static final String NTFY = "https://ntfy.sh/";
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** No quotes, comments or line breaks: what ends in a header must be an address and nothing else. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}");

    private final YamlPart part;
    private final Function<String, @Nullable String> environment;

    private ReceiverPart(YamlPart part, Function<String, @Nullable String> environment) {
        this.part = part;
        this.environment = environment;
    }

    static Receiver read(String id, YamlPart part, Function<String, @Nullable String> environment)
            throws InvalidRoutesException {
        if (!Receiver.ID.matcher(id).matches()) {
            throw part.mistake("has a wrong name: 1 to 32 lower case letters, digits and hyphens");
        }
        return new ReceiverPart(part, environment).read(id);
    }

    private Receiver read(String id) throws InvalidRoutesException {
        var type = YamlPart.needed(part, part.named(), "type");
        return switch (type.text().toLowerCase(Locale.ROOT)) {
            case "webhook" -> {
                var keys = part.keys("type", "url", "url-env", "secret-env");
                var secret = YamlPart.needed(part, keys, "secret-env");
                try {
                    yield new Receiver.Webhook(id, address(keys, null), secret(secret));
                } catch (IllegalArgumentException e) {
                    throw secret.mistake(": " + e.getMessage());
                }
            }
            case "slack" -> chat(id, Receiver.Chat.Flavour.SLACK);
            case "mattermost" -> chat(id, Receiver.Chat.Flavour.MATTERMOST);
            case "teams" -> chat(id, Receiver.Chat.Flavour.TEAMS);
            case "pagerduty" -> {
                var keys = part.keys("type", "url", "url-env", "key-env");
                yield new Receiver.PagerDuty(
                        id, address(keys, PAGERDUTY), secret(YamlPart.needed(part, keys, "key-env")));
            }
            case "ntfy" -> {
                var keys = part.keys("type", "url", "url-env", "topic", "topic-env", "token-env");
                yield new Receiver.Ntfy(
                        id,
                        address(keys, NTFY),
                        topic(keys),
                        keys.containsKey("token-env") ? secret(keys.get("token-env")) : null);
            }
            case "mail" -> new Receiver.Mailbox(id, addresses());
            default ->
                throw type.mistake("is '" + type.text()
                        + "', expected one of webhook, slack, mattermost, teams, pagerduty, ntfy, mail");
        };
    }

    private Receiver chat(String id, Receiver.Chat.Flavour flavour) throws InvalidRoutesException {
        var keys = part.keys("type", "url-env");
        YamlPart.needed(part, keys, "url-env");
        return new Receiver.Chat(id, flavour, address(keys, null));
    }

    private URI address(Map<String, YamlPart> keys, @Nullable String otherwise) throws InvalidRoutesException {
        if (keys.containsKey("url") && keys.containsKey("url-env")) {
            throw keys.get("url-env").mistake("stands beside 'url': keep one");
        }
        var from = keys.getOrDefault("url", keys.get("url-env"));
        if (from == null) {
            if (otherwise == null) {
                throw part.mistake("has no 'url': add it, or 'url-env' with the name of a variable that holds it");
            }
            return Receiver.url(otherwise);
        }
        var text = keys.containsKey("url") ? from.text() : secret(from);
        try {
            return Receiver.url(text);
        } catch (IllegalArgumentException e) {
            throw from.mistake(e.getMessage());
        }
    }

    private String topic(Map<String, YamlPart> keys) throws InvalidRoutesException {
        // whoever knows the topic of a public server can read along
        var from = keys.containsKey("topic") ? keys.get("topic") : YamlPart.needed(part, keys, "topic-env");
        var topic = keys.containsKey("topic") ? from.text() : secret(from);
        if (!TOPIC.matcher(topic).matches()) {
            throw from.mistake("must be 1 to 64 letters, digits, hyphens and underscores");
        }
        return topic;
    }

    private List<String> addresses() throws InvalidRoutesException {
        var keys = part.keys("type", "to");
        var addresses = new ArrayList<String>();
        for (var item : YamlPart.needed(part, keys, "to").items()) {
            if (!ADDRESS.matcher(item.text()).matches()) {
                throw item.mistake("is '" + item.text() + "', expected an address such as desk@example.org");
            }
            addresses.add(item.text());
        }
        if (addresses.isEmpty()) {
            throw keys.get("to").mistake("names no address");
        }
        return addresses;
    }

    /** The value of the variable that the file names; a secret that stands in the file by mistake is not repeated. */
    private String secret(YamlPart named) throws InvalidRoutesException {
        if (!VARIABLE.matcher(named.text()).matches()) {
            throw named.mistake("is no name of an environment variable: put the secret there, and its name here");
        }
        var value = environment.apply(named.text());
        if (value == null || value.isBlank()) {
            throw named.mistake("names the environment variable " + named.text() + ", which is not set: set it");
        }
        return value.strip();
    }
}

package dev.tocsin.ingest.page;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of its article in JSON-LD (schema.org {@code Article} and its kinds). Sites write it by hand: comments,
 * raw line breaks, trailing commas, single quotes and several objects in a row are forgiven.
 */
final class JsonLd {
    private static final int MAX_NODES = 2_000;
    private static final Pattern ARTICLE =
            Pattern.compile("(?:.*[/#:])?(?:\\w*Article|\\w*Posting|Report|\\w*NewsReport)");
    private static final Pattern WRAPPING = Pattern.compile(
            "^\\s*(?:<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[|/\\*\\s*<!\\[CDATA\\[\\s*\\*/)|(?:-->|//\\s*]]>|]]>|/\\*\\s*]]>\\s*\\*/)\\s*;?\\s*$");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!][^>]{0,500}>");
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_MISSING_VALUES,
                    JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    static {
        LENIENT.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(64).build());
    }

    private final List<JsonNode> nodes;
    private final Optional<JsonNode> article;

    private JsonLd(List<JsonNode> nodes) {
        this.nodes = nodes;
        this.article = nodes.stream().filter(JsonLd::isArticle).max(Comparator.comparingInt(JsonLd::richness));
    }

    static JsonLd of(Landmarks page) {
        var nodes = new ArrayList<JsonNode>();
        for (var script : page.tag("script").toList()) {
            if (script.attr("type").toLowerCase(Locale.ROOT).startsWith("application/ld+json")) {
                read(script.data(), nodes);
            }
        }
        return new JsonLd(nodes);
    }

    private static void read(String source, List<JsonNode> nodes) {
        var json = WRAPPING.matcher(source).replaceAll("");
        try (var values = LENIENT.readerFor(JsonNode.class).<JsonNode>readValues(json)) {
            while (values.hasNextValue()) {
                flatten(values.nextValue(), nodes);
            }
        } catch (IOException e) {
            // what was read before the break stays
        }
    }

    /** All objects at any depth, outer ones first: {@code @graph}, arrays, {@code mainEntity} need no case of their own. */
    private static void flatten(JsonNode root, List<JsonNode> nodes) {
        var queue = new ArrayDeque<JsonNode>(List.of(root));
        while (!queue.isEmpty() && nodes.size() < MAX_NODES) {
            var node = queue.remove();
            if (node.isObject()) {
                nodes.add(node);
            }
            node.forEach(queue::add);
        }
    }

    private static boolean isArticle(JsonNode node) {
        return each(node.get("@type")).anyMatch(t -> ARTICLE.matcher(t.asText()).matches());
    }

    private static int richness(JsonNode node) {
        int known = 0;
        for (var field : List.of("headline", "datePublished", "articleBody", "author", "publisher")) {
            known += node.hasNonNull(field) ? 1 : 0;
        }
        return known;
    }

    /** A text of the article, unescaped, on one line. */
    Optional<String> text(String field) {
        return article.map(a -> a.get(field)).flatMap(JsonLd::text);
    }

    /** The body that the article states, its paragraphs kept; without tags where it has them. */
    Optional<String> body() {
        return article.map(a -> a.get("articleBody"))
                .filter(JsonNode::isTextual)
                .map(b -> Parser.unescapeEntities(
                        TAG.matcher(Parser.unescapeEntities(b.asText(), false)).replaceAll("\n"), false))
                .map(String::strip)
                .filter(b -> !b.isEmpty());
    }

    /** Names of people or organisations in a field, whether texts, objects or lists of these. */
    List<String> names(String field) {
        return article.map(a -> a.get(field)).stream()
                .flatMap(JsonLd::each)
                .map(n -> n.isObject() ? n.get("name") : n)
                .flatMap(JsonLd::each)
                .flatMap(n -> text(n).stream())
                .toList();
    }

    /** True when any object of the page, such as a {@code hasPart}, says that it must be paid for. */
    boolean isPaidFor() {
        return nodes.stream()
                .map(n -> n.get("isAccessibleForFree"))
                .flatMap(JsonLd::each)
                .anyMatch(n -> n.asText().equalsIgnoreCase("false"));
    }

    /** Addresses of images or videos in a field, whether texts, objects or lists of these. */
    List<String> addresses(String field) {
        return article.map(a -> a.get(field)).stream()
                .flatMap(JsonLd::each)
                .map(n -> n.isObject() ? n.hasNonNull("contentUrl") ? n.get("contentUrl") : n.get("url") : n)
                .flatMap(n -> text(n).stream())
                .toList();
    }

    private static Stream<JsonNode> each(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return Stream.empty();
        }
        return value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
    }

    private static Optional<String> text(@Nullable JsonNode value) {
        return each(value)
                .filter(JsonNode::isValueNode)
                .map(v -> Parser.unescapeEntities(v.asText(), false)
                        .replaceAll("\\s+", " ")
                        .strip())
                .filter(t -> !t.isEmpty())
                .findFirst();
    }
}

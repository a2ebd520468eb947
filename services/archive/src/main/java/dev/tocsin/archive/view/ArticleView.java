package dev.tocsin.archive.view;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON of articles: the contract's own fields, with what readers need on top. */
public final class ArticleView {
    private ArticleView() {}

    /** A whole article, with its {@code eventTime}. */
    public static ObjectNode whole(ObjectNode message) {
        var published = message.get("publishedAt");
        message.set("eventTime", published == null || published.isNull() ? message.get("fetchedAt") : published);
        return message;
    }

    /** An article as lists show it: all but its {@code text}, of which it has an {@code excerpt}. */
    public static ObjectNode item(ObjectNode message, String excerpt) {
        message.remove("text");
        message.put("excerpt", excerpt);
        return whole(message);
    }
}

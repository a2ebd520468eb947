package dev.tocsin.notify.message;

import dev.tocsin.contracts.Json;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Chats: Slack's incoming webhooks (mrkdwn), Mattermost's (Markdown), and Teams' workflows (an Adaptive Card 1.4). All
 * take more stories than anybody reads; the first twenty are told, fewer where a card would be too large, and how many more
 * there are.
 */
final class ChatForm {
    private static final int MOST_STORIES = 20;

    /** The longest paragraph; Slack takes no longer one. */
    private static final int PARAGRAPH = 3000;

    /** Teams takes messages of 28 KB, of which its own wrapping needs some. */
    private static final int CARD_BYTES = 24 * 1024;

    private ChatForm() {}

    static Outgoing of(Receiver.Chat chat, Delivery delivery, Told told) {
        return JsonPost.of(
                chat.url(),
                delivery,
                switch (chat.flavour()) {
                    case SLACK -> slack(told);
                    case MATTERMOST ->
                        Map.of(
                                "text",
                                String.join(
                                        "\n\n",
                                        paragraphs(
                                                told, MOST_STORIES, Escape::markdown, ChatForm::markdownLink, "**")));
                    case TEAMS -> card(told);
                });
    }

    private static Map<String, ?> slack(Told told) {
        var sections = paragraphs(told, MOST_STORIES, Escape::mrkdwn, ChatForm::slackLink, "*").stream()
                .map(text -> Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", cut(text, PARAGRAPH))))
                .toList();
        // the text stands in notifications, where blocks do not; links and names in it are not looked up
        return Map.of(
                "text", Escape.mrkdwn(told.title()), "blocks", sections, "unfurl_links", false, "unfurl_media", false);
    }

    /** With as many stories as fit; the worst is told whatever its size. */
    private static Map<String, ?> card(Told told) {
        int most = Math.min(MOST_STORIES, told.stories().size());
        var card = teams(told, most);
        while (most > 1 && Json.write(card).length > CARD_BYTES) {
            most--;
            card = teams(told, most);
        }
        return card;
    }

    private static Map<String, ?> teams(Told told, int most) {
        var blocks = paragraphs(told, most, Escape::markdown, ChatForm::markdownLink, "**").stream()
                .map(text -> Map.of("type", "TextBlock", "wrap", true, "text", cut(text, PARAGRAPH)))
                .toList();
        var card = Map.of(
                "$schema", "http://adaptivecards.io/schemas/adaptive-card.json",
                "type", "AdaptiveCard",
                "version", "1.4",
                "fallbackText", Escape.markdown(told.title()),
                "body", blocks);
        return Map.of(
                "type",
                "message",
                "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
    }

    /** A link with its words, both escaped already but for the address. */
    private interface Linker {
        String link(String words, String url);
    }

    private static List<String> paragraphs(
            Told told, int most, UnaryOperator<String> escape, Linker linker, String strong) {
        var paragraphs = new ArrayList<String>();
        if (!told.opening().isEmpty()) {
            paragraphs.add(escape.apply(told.opening()));
        }
        told.stories().stream().limit(most).forEach(story -> {
            var headline = escape.apply(Escape.isolated(story.headline(), 250));
            var text = new StringBuilder(strong + escape.apply(story.mark()) + strong + " "
                    + escape.apply(story.topic()) + " (" + story.word() + ")\n");
            text.append(story.url() == null ? headline : linker.link(headline, story.url()))
                    .append('\n');
            story.changes().forEach(change -> text.append("• ")
                    .append(escape.apply(Escape.isolated(change, 300)))
                    .append('\n'));
            text.append(escape.apply(story.facts()));
            paragraphs.add(text.toString());
        });
        int left = told.stories().size() - most;
        if (left > 0) {
            paragraphs.add("… and " + left + " more on the board");
        }
        return paragraphs;
    }

    private static String slackLink(String words, String url) {
        return "<" + url + "|" + words.replace("|", "¦") + ">";
    }

    private static String markdownLink(String words, String url) {
        return "[" + words + "](" + url + ")";
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(
                                0,
                                text.offsetByCodePoints(
                                        0, Math.min(most - 2, text.codePointCount(0, text.length())) / 2))
                        + "…";
    }
}

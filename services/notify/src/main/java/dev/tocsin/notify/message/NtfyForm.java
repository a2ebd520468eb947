package dev.tocsin.notify.message;

import dev.tocsin.contracts.Json;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Receiver;
import java.util.LinkedHashMap;
import java.util.List;

/** ntfy's JSON: plain text, and a priority (1 to 5) from the severity. */
final class NtfyForm {
    private static final int MOST_STORIES = 10;

    /** Bytes a server takes as a message rather than as a file. */
    private static final int LONGEST = 3500;

    private NtfyForm() {}

    static Outgoing of(Receiver.Ntfy ntfy, Delivery delivery, Told told) {
        var body = new LinkedHashMap<String, Object>();
        body.put("topic", ntfy.topic());
        body.put("title", told.title());
        body.put("message", message(told));
        if (!told.stories().isEmpty()) {
            body.put("priority", priority(told));
            body.put("tags", List.of(told.worst().topic()));
            if (told.stories().size() == 1 && told.worst().url() != null) {
                body.put("click", told.worst().url());
            }
        }
        var post = JsonPost.of(ntfy.url(), delivery, body);
        if (ntfy.token() == null) {
            return post;
        }
        var headers = new LinkedHashMap<>(post.headers());
        headers.put("Authorization", "Bearer " + ntfy.token());
        return new Outgoing.Post(post.url(), headers, Json.write(body));
    }

    private static String message(Told told) {
        var text = new StringBuilder(told.opening());
        told.stories().stream().limit(MOST_STORIES).forEach(story -> {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            if (told.stories().size() > 1) {
                text.append('[')
                        .append(story.mark())
                        .append("] ")
                        .append(Escape.isolated(story.headline(), 120))
                        .append('\n');
            }
            story.changes().forEach(change -> text.append("• ")
                    .append(Escape.isolated(change, 200))
                    .append('\n'));
            text.append(story.facts());
        });
        int bytes = 0;
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes > LONGEST) {
                return text.substring(0, end) + "…";
            }
            end += Character.charCount(c);
        }
        return text.toString();
    }

    private static int priority(Told told) {
        if (told.notice().kind() == Notice.Kind.DIGEST) {
            return 2;
        }
        int priority =
                switch (told.worst().alert().severity()) {
                    case Extreme -> 5;
                    case Severe -> 4;
                    case Moderate, Unknown -> 3;
                    case Minor -> 2;
                };
        return told.notice().kind() == Notice.Kind.ESCALATION ? Math.min(5, priority + 1) : priority;
    }
}

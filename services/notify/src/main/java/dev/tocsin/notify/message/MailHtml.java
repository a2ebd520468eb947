package dev.tocsin.notify.message;

/**
 * The HTML of a mail: tables of nothing, styles in place and no picture, because that is what mail readers show. Each
 * text from a feed says its language and finds its own direction.
 */
final class MailHtml {
    private static final String BODY = "margin:0;padding:16px;background:#f6f6f4;color:#1c1d20;"
            + "font:15px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    private static final String CARD =
            "max-width:640px;margin:0 auto 12px;padding:14px 18px;background:#ffffff;border:1px solid #dcdcd8;border-left:4px solid ";

    private MailHtml() {}

    static String of(Told told) {
        var html = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(Escape.html(told.title()))
                .append("</title></head><body style=\"" + BODY + "\">");
        if (!told.opening().isEmpty()) {
            html.append("<p style=\"max-width:640px;margin:0 auto 12px\">")
                    .append(Escape.html(told.opening()))
                    .append("</p>");
        }
        told.stories().forEach(story -> card(html, story));
        return html.append("<p style=\"max-width:640px;margin:0 auto;color:#6b6d73;font-size:12px\">Tocsin, route ")
                .append(Escape.html(told.notice().route()))
                .append("</p></body></html>")
                .toString();
    }

    private static void card(StringBuilder html, Story story) {
        html.append("<div style=\"")
                .append(CARD)
                .append(colour(story))
                .append("\"><p style=\"margin:0;color:#6b6d73;font-size:13px\"><b style=\"color:")
                .append(colour(story))
                .append("\">")
                .append(Escape.html(story.mark()))
                .append("</b> · ")
                .append(Escape.html(story.word()))
                .append(" · ")
                .append(Escape.html(story.topic()))
                .append("</p><h2 dir=\"auto\" lang=\"")
                .append(Escape.html(story.language()))
                .append("\" style=\"margin:4px 0;font-size:18px;line-height:1.35\">")
                .append(linked(story))
                .append("</h2>");
        if (!story.changes().isEmpty()) {
            html.append("<ul style=\"margin:6px 0;padding:0 20px\">");
            story.changes().forEach(change -> html.append("<li dir=\"auto\">")
                    .append(Escape.html(change))
                    .append("</li>"));
            html.append("</ul>");
        }
        html.append("<p style=\"margin:6px 0 0;color:#6b6d73;font-size:13px\">")
                .append(Escape.html(story.facts()))
                .append("</p></div>");
    }

    private static String linked(Story story) {
        var headline = Escape.html(story.headline());
        return story.url() == null
                ? headline
                : "<a href=\"" + Escape.html(story.url()) + "\" style=\"color:#1c1d20\">" + headline + "</a>";
    }

    private static String colour(Story story) {
        return switch (story.alert().severity()) {
            case Extreme -> "#8f1230";
            case Severe -> "#b3371b";
            case Moderate -> "#8a5a00";
            case Minor -> "#2f6545";
            case Unknown -> "#6b6d73";
        };
    }
}

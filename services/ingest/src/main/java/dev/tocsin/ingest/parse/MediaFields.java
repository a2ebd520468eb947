package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.parse.RawItem.RawMedia;
import dev.tocsin.ingest.xml.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pictures, sound and films of one item: enclosures, Media RSS with its groups, and what podcasts and sitemaps say. */
final class MediaFields {
    private static final String ANY_IMAGE = "image/*";

    private final Addresses addresses;
    private final List<RawMedia> found = new ArrayList<>(2);

    MediaFields(Addresses addresses) {
        this.addresses = addresses;
    }

    void add(Element e) {
        switch (e.name()) {
            case "media:group" -> elementsOf(e);
            case "media:content" -> {
                keep(e, e.attribute("url"), type(e, medium(e)), e.text("media:title"));
                elementsOf(e);
            }
            case "media:thumbnail" -> keep(e, e.attribute("url"), type(e, ANY_IMAGE), "");
            case "itunes:image" -> keep(e, e.attribute("href"), ANY_IMAGE, "");
            case "image:image" -> keep(e, e.text("image:loc"), ANY_IMAGE, e.text("image:title"));
            // an enclosure of RSS, a link of Atom
            default -> keep(e, Links.href(e), type(e, null), e.attribute("title", ""));
        }
    }

    List<RawMedia> found() {
        return List.copyOf(found);
    }

    private void elementsOf(Element e) {
        for (var child : e.children()) {
            if (child instanceof Element c
                    && (c.name().equals("media:content") || c.name().equals("media:thumbnail"))) {
                add(c);
            }
        }
    }

    private void keep(Element e, @Nullable String url, @Nullable String type, String title) {
        if (url != null && !url.isBlank() && found.size() < ParseLimits.MEDIA) {
            var media = new RawMedia(addresses.resolve(e, url), type, title.isEmpty() ? null : title);
            if (!found.contains(media)) {
                found.add(media);
            }
        }
    }

    private static @Nullable String type(Element e, @Nullable String otherwise) {
        var type = e.attribute("type");
        return type == null || type.isBlank() ? otherwise : type.strip();
    }

    private static @Nullable String medium(Element e) {
        return switch (e.attribute("medium", "")) {
            case "image" -> ANY_IMAGE;
            case "video" -> "video/*";
            case "audio" -> "audio/*";
            default -> null;
        };
    }
}

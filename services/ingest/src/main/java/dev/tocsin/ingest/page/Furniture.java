package dev.tocsin.ingest.page;

import java.util.Locale;
import java.util.stream.Stream;

/** Blocks that give themselves away by what they say: consent notices, pointers to other articles, calls to follow. */
final class Furniture {
    private static final int NOTICE = 400;
    private static final int CALL = 250;
    private static final int POINTER = 200;
    private static final int LABEL = 40;
    private static final double LINKED = 0.4;
    private static final String[] NETWORKS = {
        "facebook",
        "twitter",
        "instagram",
        "youtube",
        "telegram",
        "whatsapp",
        "linkedin",
        "tiktok",
        "вконтакте",
        "одноклассник",
        "телеграм",
        "viber",
        "weibo",
        "微信",
        "微博"
    };

    private Furniture() {}

    static boolean is(Block b) {
        if (b.letters() >= NOTICE || b.kind() == Block.Kind.QUOTE && b.linked() == 0) {
            return false;
        }
        var said = Phrases.known().in(b.text());
        if (said.containsKey(Phrases.Kind.CONSENT)) {
            return true;
        }
        if (said.containsKey(Phrases.Kind.POINTER)
                && (b.letters() < LABEL || (b.letters() < POINTER && b.linkDensity() > LINKED))) {
            return true;
        }
        return said.containsKey(Phrases.Kind.CALL) && b.letters() < CALL && b.linked() > 0;
    }

    /** Sends readers to social networks, in whatever language: said of the last lines of a text only. */
    static boolean namesNetworks(Block b) {
        if (b.letters() >= NOTICE || b.linked() == 0 || b.kind() == Block.Kind.QUOTE) {
            return false;
        }
        var lower = b.text().toLowerCase(Locale.ROOT);
        return Stream.of(NETWORKS).filter(lower::contains).count() >= 2;
    }
}

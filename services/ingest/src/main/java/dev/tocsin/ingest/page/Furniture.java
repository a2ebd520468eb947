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

        if (said.containsKey(Phrases.Kind.POINTER)
                && (b.letters() < LABEL || (b.letters() < POINTER && b.linkDensity() > LINKED))) {
            return true;
        }
        return said.containsKey(Phrases.Kind.CALL) && b.letters() < CALL && b.linked() > 0;
    }

    /** Speaks of cookies: a notice, unless it stands among other paragraphs. */
    static boolean isNotice(Block b) {
        return b.letters() < NOTICE && Phrases.known().in(b.text()).containsKey(Phrases.Kind.CONSENT);
    }

    /** Asks for a subscription, or names several social networks and links there: said of the last lines of a text only. */
    static boolean isLastWord(Block b) {
        if (b.letters() >= NOTICE || b.kind() == Block.Kind.QUOTE) {
            return false;
        }
        if (b.linked() == 0) {
            return b.letters() < LABEL * 3 && Phrases.known().in(b.text()).containsKey(Phrases.Kind.PAYWALL);
        }
        var lower = b.text().toLowerCase(Locale.ROOT);
        return Stream.of(NETWORKS).filter(lower::contains).count() >= 2;
    }
}

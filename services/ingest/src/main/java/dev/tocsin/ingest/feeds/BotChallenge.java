package dev.tocsin.ingest.feeds;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises the pages that guards of web sites put in a robot's way in place of what was asked for. A guard's scripts in
 * an ordinary page are no sign: only what its riddles alone hold.
 */
public final class BotChallenge {
    private static final int LOOKED_AT = 16 * 1024;

    private record Sign(String text, String guard) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("_cf_chl_opt", "Cloudflare"),
            new Sign("<title>just a moment...", "Cloudflare"),
            new Sign("<title>attention required! | cloudflare", "Cloudflare"),
            new Sign("<title>ddos-guard", "DDoS-Guard"),
            new Sign("/.well-known/ddos-guard", "DDoS-Guard"),
            new Sign("incapsula incident id", "Imperva"),
            new Sign("captcha-delivery.com", "DataDome"),
            new Sign("px-captcha", "HUMAN"),
            new Sign("/_sec/cp_challenge", "Akamai"),
            new Sign("<title>making sure you're not a bot", "Anubis"));

    private BotChallenge() {}

    /** The guard's name, where the body is an HTML page that bears its sign. */
    public static Optional<String> in(byte[] body) {
        var head = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        if (!head.contains("<html") && !head.contains("<!doctype html")) {
            return Optional.empty();
        }
        if (head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:rdf")) {
            return Optional.empty();
        }
        return SIGNS.stream()
                .filter(sign -> head.contains(sign.text()))
                .findFirst()
                .map(Sign::guard);
    }
}

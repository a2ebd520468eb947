package dev.tocsin.ingest.page;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells an article from a page that stands in its way. A phrase alone proves nothing, as any article may quote it:
 * it counts where there is little text beside it.
 */
final class WallDetector {
    /** Fewer letters than this beside a wall's phrase are the wall's own. */
    private static final int LITTLE = 600;

    private static final int FLASH = 40;
    private static final int NEXT_TO_NOTHING = 150;
    /** A longer text is the article, even where the page says that it must be paid for. */
    private static final int TEASER = 1_500;

    private static final int TITLE = 200;
    private static final int MAX_HEADINGS = 3;
    private static final int MAX_SEEN = 20_000;
    private static final Pattern STATUS = Pattern.compile("(?:error\\s*)?(?:404|410)\\b.*|.*\\b(?:404|410)");
    private static final Pattern CHALLENGER = Pattern.compile(
            "challenge-platform|cf-chl|captcha-delivery\\.com|_incapsula_resource|px-captcha|ddos-guard|hcaptcha\\.com|"
                    + "recaptcha|smartcaptcha|awswafcaptcha|geo\\.captcha|perfdrive|/sgcaptcha");
    private static final Pattern CONSENT_HOST = Pattern.compile(
            "https?://(?:consent|cmp|privacy)[.-][^/]+/.*|.*/(?:consent|privacy-wall|cookiewall)(?:[/?].*)?");
    private static final Pattern PAYWALL_NAME = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:paywall|regwall|pay-?gate|subscriber-?wall|subscription-?wall|abo-?wall|piano-offer|paid-?barrier|premium-?(?:teaser|content-?(?:lock|wall|overlay)))(?:$|[\\s_-])|paywall");
    private static final Map<String, String> TIERS = Map.of("locked", "locked", "paid", "paid", "premium", "premium");

    private final Landmarks landmarks;
    private final Document page;
    private final Titles titles;
    private final MetaTags meta;
    private final JsonLd ld;
    private final String url;
    private final int letters;
    private final String text;
    private final Map<Phrases.Kind, Phrases.Phrase> inTitle;
    private final Map<Phrases.Kind, Phrases.Phrase> seen;

    private WallDetector(Metadata data, String url, String text) {
        this.titles = data.titles();
        this.landmarks = data.page();
        this.page = landmarks.page();
        this.meta = data.meta();
        this.ld = data.ld();
        this.url = url;
        this.text = text;
        this.letters =
                (int) text.codePoints().filter(Character::isLetterOrDigit).count();
        this.inTitle = Phrases.known().in(capped(page.title(), TITLE));
        this.seen = letters < TEASER ? Phrases.known().in(visible()) : Map.of();
    }

    static Wall of(Metadata data, String url, String text) {
        return new WallDetector(data, url, text).find();
    }

    private Wall find() {
        return challenge()
                .or(this::missing)
                .or(this::consent)
                .or(this::login)
                .or(this::script)
                .or(this::paywall)
                .orElse(Wall.NONE);
    }

    private Optional<Wall> challenge() {
        if (letters >= LITTLE) {
            return Optional.empty();
        }
        var machine = first(
                "script[src], iframe[src], form[action], [id]",
                e -> CHALLENGER.matcher(marks(e)).find());
        var phrase = said(inTitle, Phrases.Kind.CHALLENGE);
        if (machine.isPresent()
                && (phrase.isPresent()
                        || seen.containsKey(Phrases.Kind.CHALLENGE)
                        || letters < NEXT_TO_NOTHING && !isArticle())) {
            return wall(Wall.Kind.CHALLENGE, machine);
        }
        return wall(
                Wall.Kind.CHALLENGE,
                isArticle()
                        ? Optional.empty()
                        : phrase.or(
                                () -> letters < LITTLE / 2 ? said(seen, Phrases.Kind.CHALLENGE) : Optional.empty()));
    }

    private Optional<Wall> missing() {
        if (letters >= LITTLE || ld.body().isPresent()) {
            return Optional.empty();
        }
        var title = capped(page.title(), TITLE).strip().toLowerCase(Locale.ROOT);
        var h1 = landmarks
                .tag("h1")
                .limit(MAX_HEADINGS)
                .map(h -> capped(h.text(), TITLE))
                .toList();
        return wall(
                Wall.Kind.NOT_FOUND,
                said(inTitle, Phrases.Kind.NOT_FOUND)
                        .or(() -> h1.stream()
                                .flatMap(h -> said(Phrases.known().in(h), Phrases.Kind.NOT_FOUND).stream())
                                .findFirst())
                        .or(() ->
                                STATUS.matcher(title).matches() && !isArticle() ? Optional.of(title) : Optional.empty())
                        .or(() -> letters < LITTLE / 2 && !isArticle()
                                ? said(seen, Phrases.Kind.NOT_FOUND)
                                : Optional.empty()));
    }

    private Optional<Wall> consent() {
        if (CONSENT_HOST.matcher(url).matches() && letters < TEASER) {
            return wall(Wall.Kind.CONSENT, Optional.of("address " + url));
        }
        return wall(
                Wall.Kind.CONSENT,
                isAlone(Phrases.Kind.CONSENT, LITTLE) ? said(seen, Phrases.Kind.CONSENT) : Optional.empty());
    }

    private Optional<Wall> login() {
        boolean asks = page.selectFirst("input[type=password]") != null;
        boolean alone = isAlone(Phrases.Kind.LOGIN, asks ? LITTLE : NEXT_TO_NOTHING);
        return wall(Wall.Kind.LOGIN, alone ? said(seen, Phrases.Kind.LOGIN) : Optional.empty());
    }

    private Optional<Wall> script() {
        return isAlone(Phrases.Kind.SCRIPT, NEXT_TO_NOTHING)
                ? wall(Wall.Kind.SCRIPT, said(seen, Phrases.Kind.SCRIPT).or(this::emptyShell))
                : Optional.empty();
    }

    /** Nothing but the wall is there: little text, and where the page looks like an article, less than a news flash. */
    private boolean isAlone(Phrases.Kind kind, int little) {
        if (letters < FLASH || (letters < little && !isArticle() && !isHeaded())) {
            return true;
        }
        return letters < little && !isArticle() && Phrases.known().in(text).containsKey(kind);
    }

    private Optional<String> emptyShell() {
        boolean silent = page.body().text().length() < NEXT_TO_NOTHING && page.selectFirst("script[src]") != null;
        return silent ? first("body > div[id]", e -> e.text().isBlank()).map(m -> "empty " + m) : Optional.empty();
    }

    private Optional<Wall> paywall() {
        if (letters >= TEASER) {
            return Optional.empty();
        }
        var tier = meta.first("article:content_tier", "content_tier", "cxenseparse:pageclass")
                .map(t -> t.toLowerCase(Locale.ROOT))
                .filter(TIERS::containsKey);
        var declared = ld.isPaidFor() ? Optional.of("isAccessibleForFree: false") : tier.map(t -> "content tier " + t);
        var phrase = said(seen, Phrases.Kind.PAYWALL);
        var element = first(
                "[class], [id]",
                e -> !e.normalName().equals("body")
                        && PAYWALL_NAME.matcher(e.className() + " " + e.id()).find()
                        && !e.text().isBlank());
        boolean broken = text.endsWith("…") || text.endsWith("...");
        if (declared.isPresent()) {
            boolean cut = letters < LITTLE || broken || phrase.isPresent() || element.isPresent();
            return wall(Wall.Kind.PAYWALL, cut ? declared : Optional.empty());
        }
        return wall(
                Wall.Kind.PAYWALL,
                phrase.isPresent() && (element.isPresent() || broken || letters < NEXT_TO_NOTHING)
                        ? phrase
                        : Optional.empty());
    }

    private boolean isArticle() {
        return ld.text("headline").isPresent()
                || meta.first("og:type").filter(t -> t.equals("article")).isPresent();
    }

    /** The page has a heading that is its title, as articles have. */
    private boolean isHeaded() {
        return landmarks.tag("h1").limit(MAX_HEADINGS).anyMatch(h -> titles.match(capped(h.text(), TITLE)));
    }

    private Optional<String> first(String selector, Predicate<Element> test) {
        return page.select(selector).stream().filter(test).findFirst().map(WallDetector::named);
    }

    private static String named(Element e) {
        return "<" + e.normalName() + (e.id().isEmpty() ? "" : " id=" + e.id())
                + (e.className().isEmpty() ? "" : " class=" + e.className()) + ">";
    }

    private static String marks(Element e) {
        return (e.attr("src") + " " + e.attr("action") + " " + e.id() + " " + e.className()).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> said(Map<Phrases.Kind, Phrases.Phrase> phrases, Phrases.Kind kind) {
        return Optional.ofNullable(phrases.get(kind)).map(p -> "\"" + p.text() + "\"");
    }

    private static Optional<Wall> wall(Wall.Kind kind, Optional<String> evidence) {
        return evidence.map(e -> new Wall(kind, e));
    }

    /** The text of the body and of what is shown to readers without scripts. */
    private String visible() {
        var text = new StringBuilder(capped(page.body().text(), MAX_SEEN));
        landmarks.tag("noscript").limit(5).forEach(n -> text.append('\n').append(capped(n.wholeText(), 500)));
        return text.toString();
    }

    private static String capped(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}

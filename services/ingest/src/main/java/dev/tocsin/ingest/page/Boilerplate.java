package dev.tocsin.ingest.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the elements of one page say of themselves, by tag, role, state, class and id. */
final class Boilerplate {
    private static final Set<String> FURNITURE_TAGS =
            Set.of("nav", "footer", "aside", "button", "form", "figcaption", "dialog", "menu", "fieldset");
    private static final Set<String> FURNITURE_ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "search",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "toolbar",
            "complementary",
            "form",
            "button",
            "tablist",
            "alert",
            "tooltip");
    /** Their classes tell of the page as a whole (WordPress writes categories and tags there), or of one paragraph. */
    private static final Set<String> NEVER_BY_NAME = Set.of("html", "body", "main", "article", "h1", "p");

    private static final Pattern HIDING =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);
    private static final Set<String> FURNITURE_WORDS = Set.of(
            ("""
            comment comments commentlist disqus fbcomments respond reply replies
            related relatedposts recommended recommend recommendations recirc recirculation suggested suggestions
            promo promos promotion promoted newsletter subscribe subscription signup donate
            share sharing shares sharedaddy social socials addthis addtoany follow
            sidebar breadcrumb breadcrumbs crumbs nav navbar navigation menu submenu footer foot masthead toolbar
            cookie cookies consent gdpr popup modal overlay lightbox tooltip skip hidden login register print
            ad ads adv advert adverts advertisement advertising advertorial sponsor sponsored sponsors dfp outbrain taboola
            tags taglist tagcloud topics keywords byline bylines byl author authors bio dateline timestamp
            metadata postmeta entrymeta caption captions credit credits copyright infobox
            pagination pager paging rating ratings vote votes poll quiz playlist
            trending popular mostread readmore teaser teasers widget widgets jp hatom
            correlati relacionadas relacionados compartir compartilhar comentarios kommentare teilen condividi
            """)
                    .strip()
                    .split("\\s+"));
    private static final Pattern BODY = Pattern.compile(
            "(article|story|entry|post|news|page|single)[-_]*(body|content|text|main)|body-?(text|copy)|rich-?text",
            Pattern.CASE_INSENSITIVE);

    private enum Name {
        FURNITURE,
        BODY,
        NEUTRAL
    }

    private final Map<String, Name> names = new HashMap<>();

    Suspicion suspicion(Element e) {
        var tag = e.normalName();
        if (tag.equals("html") || tag.equals("body")) {
            return Suspicion.NONE;
        }
        if (FURNITURE_TAGS.contains(tag)
                || FURNITURE_ROLES.contains(e.attr("role").toLowerCase(Locale.ROOT))
                || isHidden(e)) {
            return Suspicion.DECLARED;
        }
        return !NEVER_BY_NAME.contains(tag) && name(e) == Name.FURNITURE ? Suspicion.NAMED : Suspicion.NONE;
    }

    /** Named as the body of an article, by schema.org or by habit. */
    boolean isBody(Element e) {
        return isDeclaredBody(e) || name(e) == Name.BODY;
    }

    static boolean isDeclaredBody(Element e) {
        return e.attr("itemprop").toLowerCase(Locale.ROOT).contains("articlebody");
    }

    static boolean isHidden(Element e) {
        return e.hasAttr("hidden")
                || e.attr("aria-hidden").equals("true")
                || (e.hasAttr("style") && HIDING.matcher(e.attr("style")).find());
    }

    private Name name(Element e) {
        var given = e.className() + ' ' + e.id();
        return given.length() == 1 ? Name.NEUTRAL : names.computeIfAbsent(given, Boilerplate::named);
    }

    private static Name named(String given) {
        if (BODY.matcher(given).find()) {
            return Name.BODY;
        }
        int start = 0;
        for (int i = 0; i <= given.length(); i++) {
            boolean ends = i == given.length() || !Character.isLetterOrDigit(given.charAt(i));
            boolean humps = !ends && i > 0 && isHump(given.charAt(i - 1), given.charAt(i));
            if (ends || humps) {
                if (FURNITURE_WORDS.contains(given.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return Name.FURNITURE;
                }
                start = humps ? i : i + 1;
            }
        }
        return Name.NEUTRAL;
    }

    private static boolean isHump(char before, char c) {
        return Character.isLowerCase(before) && Character.isUpperCase(c);
    }
}

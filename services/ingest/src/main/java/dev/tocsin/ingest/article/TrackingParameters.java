package dev.tocsin.ingest.article;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters that tell a site's statistics who came from where, and never which article is meant. */
final class TrackingParameters {
    /**
     * Parameters with one reason.
     *
     * @param reason whose they are
     * @param names lower case; one that ends in {@code *} is a beginning
     */
    record Family(String reason, List<String> names) {
        private Family(String reason, String names) {
            this(reason, List.of(names.split(" ")));
        }

        boolean holds(String name) {
            return names.stream()
                    .anyMatch(n -> n.endsWith("*") ? name.startsWith(n.substring(0, n.length() - 1)) : name.equals(n));
        }
    }

    static final List<Family> FAMILIES = List.of(
            new Family("Google Analytics and all who copied it", "utm_* utm-* _ga _gl gaa_*"),
            new Family("Matomo, formerly Piwik", "pk_* mtm_* piwik_*"),
            new Family("click ids of Google's advertisements", "gclid gclsrc dclid gbraid wbraid srsltid gad_source"),
            new Family(
                    "click ids of Facebook and Instagram",
                    "fbclid igshid igsh fb_action_ids fb_action_types fb_ref fb_source mibextid"),
            new Family("click ids of Yandex", "yclid ymclid ysclid _openstat"),
            new Family(
                    "click ids of Microsoft, X, TikTok, LinkedIn, Reddit, Pinterest",
                    "msclkid twclid __twitter_impression ttclid li_fat_id rdt_cid epik"),
            new Family(
                    "newsletters: Mailchimp, HubSpot, Marketo, Omeda, Vero, Klaviyo",
                    "mc_cid mc_eid _hsenc _hsmi hsctatracking hsa_* mkt_tok oly_enc_id oly_anon_id vero_id vero_conv _ke"),
            new Family("AT Internet, now Piano: BBC, France Médias Monde, Le Monde", "at_* xtor"),
            new Family("comScore, as the BBC uses it", "ns_*"),
            new Family("Adobe Analytics", "s_cid sc_cid cmpid cmp icid ncid adobe_mc"),
            new Family("Webtrekk, now Mapp: Swiss and German publishers", "wt_mc wt_zmc wt_t"),
            new Family(
                    "campaigns of single publishers: BBC and MSN, Deutsche Welle, Mail, New York Times, CBS, BBC",
                    "ocid maca ito smid smtyp emc ftag cn-reloaded"),
            new Family(
                    "referrers spelled out",
                    "ref_src ref_url referer referrer guccounter guce_referrer guce_referrer_sig soc_src soc_trk spref"),
            new Family("Alibaba and sites that copied it", "spm scm"),
            new Family("sessions", "phpsessid jsessionid aspsessionid"),
            new Family("what AMP caches and viewers add", "amp_* amp_js_v usqp aoh"));

    /** These name an article on one site and the way there on another: only their values tell. */
    private static final Set<String> PERHAPS =
            Set.of("from", "ref", "source", "src", "partner", "via", "feed", "share", "campaign", "medium", "rss");

    private static final Set<String> WAYS = Set.of(
            "",
            "rss",
            "feed",
            "atom",
            "rssfeed",
            "feedburner",
            "email",
            "mail",
            "newsletter",
            "digest",
            "push",
            "app",
            "twitter",
            "tw",
            "facebook",
            "fb",
            "vk",
            "telegram",
            "tg",
            "tme",
            "whatsapp",
            "viber",
            "instagram",
            "linkedin",
            "reddit",
            "flipboard",
            "pocket",
            "google",
            "googlenews",
            "yandex",
            "yxnews",
            "smi2",
            "dzen",
            "share",
            "social",
            "timeline",
            "singlemessage",
            "groupmessage",
            "home",
            "homepage",
            "main",
            "mainpage",
            "index",
            "top",
            "sidebar",
            "related",
            "recommended");

    private TrackingParameters() {}

    /**
     * The query without them, sorted by name, which no site minds. Parameters of one name keep their order.
     *
     * @return null where nothing is left
     */
    static @Nullable String without(@Nullable String query) {
        if (query == null) {
            return null;
        }
        var kept = Arrays.stream(query.split("&"))
                .filter(Predicate.not(String::isEmpty))
                .filter(Predicate.not(TrackingParameters::isTracking))
                .sorted(Comparator.comparing(TrackingParameters::name))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? null : kept;
    }

    private static boolean isTracking(String parameter) {
        var name = name(parameter).toLowerCase(Locale.ROOT);
        if (PERHAPS.contains(name)) {
            var value = parameter.substring(Math.min(parameter.length(), name.length() + 1));
            return WAYS.contains(value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
        }
        return FAMILIES.stream().anyMatch(f -> f.holds(name));
    }

    private static String name(String parameter) {
        int end = parameter.indexOf('=');
        return end < 0 ? parameter : parameter.substring(0, end);
    }
}

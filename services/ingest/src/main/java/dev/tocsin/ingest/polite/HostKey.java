package dev.tocsin.ingest.polite;

import java.net.URI;
import java.util.Locale;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/**
 * Whose server an address is on: the registrable domain by the Public Suffix List, so that {@code www} and {@code feeds}
 * of one publisher are one, or the address itself where there is no name.
 */
public final class HostKey {
    private static final String NOBODY = "";

    private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

    private HostKey() {}

    /** Empty text for what has no host, such as files. */
    public static String of(URI address) {
        if (address.getHost() == null) {
            return NOBODY;
        }
        var host = address.getHost().toLowerCase(Locale.ROOT);
        var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.startsWith("[") || name.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
            return name;
        }
        var registrable = SUFFIXES.getDomainRoot(name);
        return registrable == null ? name : registrable;
    }
}

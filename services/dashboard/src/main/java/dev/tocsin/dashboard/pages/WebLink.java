package dev.tocsin.dashboard.pages;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets through only addresses that a click may safely open: {@code javascript:} and its kin come in feeds. */
public final class WebLink {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private WebLink() {}

    /** The address, where it is absolute http or https. */
    public static Optional<String> of(@Nullable String url) {
        if (url == null) {
            return Optional.empty();
        }
        try {
            var uri = URI.create(url.strip());
            boolean web = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
            return web ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

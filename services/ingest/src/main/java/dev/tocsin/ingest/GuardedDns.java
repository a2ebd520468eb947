package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.NetworkRange;
import dev.tocsin.ingest.feeds.PublicAddress;
import dev.tocsin.ingest.feeds.PublicName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names of the public Internet only, and of the networks that the operator allows. It stands where the
 * connection is made, and the connection goes to the address that it gave, so that redirects and names that change their
 * address between two questions pass it too.
 */
final class GuardedDns implements DnsResolver {
    /** A name that leads to where a stranger's feed has no business. */
    static final class ForbiddenAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        ForbiddenAddressException(String host) {
            super(host + " has an address that is not of the public Internet, and neither tocsin.ingest.fetch."
                    + "allow-private-addresses nor .allowed-networks lets it pass");
        }
    }

    private final DnsResolver names;
    private final List<NetworkRange> allowed;

    GuardedDns(DnsResolver names, List<NetworkRange> allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        for (var address : addresses) {
            if (!isAllowed(address)) {
                throw new ForbiddenAddressException(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    /**
     * Asks before a proxy is asked, which resolves names by itself. Where only the proxy can resolve a name, its
     * spelling must do.
     */
    void checkForProxy(String host) throws UnknownHostException {
        try {
            resolve(host);
        } catch (ForbiddenAddressException e) {
            throw e;
        } catch (UnknownHostException e) {
            if (!PublicName.is(host)) {
                throw new ForbiddenAddressException(host);
            }
        }
    }

    private boolean isAllowed(InetAddress address) {
        return PublicAddress.is(address) || allowed.stream().anyMatch(range -> range.contains(address));
    }
}

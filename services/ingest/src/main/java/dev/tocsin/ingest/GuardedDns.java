package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.PublicAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names of the public Internet only. It stands where the connection is made, so that redirects and names that
 * change their address between two questions pass it too.
 */
final class GuardedDns implements DnsResolver {
    /** A name that leads to where a stranger's feed has no business. */
    static final class ForbiddenAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        ForbiddenAddressException(String host) {
            super(host + " has an address that is not of the public Internet, and tocsin.ingest.fetch."
                    + "allow-private-addresses is false");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (var address : addresses) {
            if (!PublicAddress.is(address)) {
                throw new ForbiddenAddressException(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }
}

package dev.tocsin.notify;

import dev.tocsin.notify.delivery.PublicAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves the hosts of webhooks and refuses private addresses. The client connects to what this returns and resolves
 * nothing again, so a name cannot lead elsewhere between the check and the connection.
 */
final class GuardedResolver implements DnsResolver {
    private final boolean allowPrivate;

    GuardedResolver(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        if (!allowPrivate && !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
            throw new PrivateAddressException(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}

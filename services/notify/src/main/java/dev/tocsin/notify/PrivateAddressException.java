package dev.tocsin.notify;

import java.net.UnknownHostException;

/** A webhook leads to this machine or a private network. An {@code UnknownHostException}, as a DnsResolver may throw. */
final class PrivateAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    PrivateAddressException(String host) {
        super(host + " has an address of this machine or of a private network; if it is meant, set "
                + "tocsin.notify.allow-private-addresses=true");
    }
}

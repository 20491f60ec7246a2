package tickertape.alerts.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/// Finds the addresses of a host, and refuses it if one of them is not to be called. What it has found is what the
/// client connects to, so a name can't lead elsewhere in between.
final class CheckedResolver implements DnsResolver {

    private final AddressPolicy policy;
    private final DnsResolver names;

    /// A host leads to where webhooks do not go.
    static final class ForbiddenAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1;

        ForbiddenAddressException(String host) {
            super(host);
        }
    }

    CheckedResolver(AddressPolicy policy, DnsResolver names) {
        this.policy = policy;
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            if (!policy.permits(host, address)) {
                throw new ForbiddenAddressException(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}

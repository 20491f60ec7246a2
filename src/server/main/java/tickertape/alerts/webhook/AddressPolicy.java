package tickertape.alerts.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Where webhooks may go: to addresses of the public internet, and to what the operator has listed.
///
/// What is not public is said by IANA's registries of special addresses. An IPv6 address that leads to an IPv4 one is
/// as
/// good as that.
final class AddressPolicy {

    private static final List<AddressRange> SPECIAL = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // Public by its number, but of a cloud's own: there it answers virtual machines only.
            "168.63.129.16/32",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20");

    /// The rest of IPv6 is loopback, unspecified, private, link-local, multicast, or not given out.
    private static final AddressRange UNICAST = AddressRange.of("2000::/3");

    /// NAT64 and 6to4, and where in them the IPv4 address is.
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");

    private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16");
    private static final int IN_NAT64 = 12;
    private static final int IN_SIX_TO_FOUR = 2;
    private static final int IPV4 = 4;

    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private final List<AddressRange> ranges;
    private final Set<String> names;

    private AddressPolicy(List<AddressRange> ranges, Set<String> names) {
        this.ranges = List.copyOf(ranges);
        this.names = Set.copyOf(names);
    }

    /// Throws `IllegalArgumentException` that names what is neither an address, a range, nor a name.
    ///
    /// @param listed what may be called too
    static AddressPolicy allowing(List<String> listed) {
        var ranges = new ArrayList<AddressRange>();
        var names = new HashSet<String>();
        for (String each : listed) {
            String text = each.toLowerCase(Locale.ROOT);
            if (NAME.matcher(text).matches()) {
                names.add(text);
                continue;
            }
            try {
                ranges.add(AddressRange.of(text));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "alerts.webhooks.allow lists addresses, ranges such as 10.0.0.0/8 and names such as bot.internal, not '%s'"
                                .formatted(each),
                        e);
            }
        }
        return new AddressPolicy(ranges, names);
    }

    private static List<AddressRange> ranges(String... texts) {
        return Arrays.stream(texts).map(AddressRange::of).toList();
    }

    /// Whether a name could be one of DNS; the last part is not all of digits.
    static boolean isName(String host) {
        return NAME.matcher(host).matches();
    }

    /// Whether the operator has listed the host itself: then it may be called without TLS, at any port.
    boolean trusts(String host) {
        return isName(host) ? names.contains(host) : isListed(InetAddress.ofLiteral(host));
    }

    /// Whether a host may be called at an address.
    boolean permits(String host, InetAddress address) {
        return names.contains(host.toLowerCase(Locale.ROOT)) || isListed(address) || isPublic(address);
    }

    private boolean isListed(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        if (SPECIAL.stream().anyMatch(range -> range.contains(address))) {
            return false;
        }
        if (address instanceof Inet4Address) {
            return true;
        }
        if (NAT64.contains(address)) {
            return isPublic(within(address, IN_NAT64));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return isPublic(within(address, IN_SIX_TO_FOUR));
        }
        return UNICAST.contains(address);
    }

    private static InetAddress within(InetAddress address, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), from, from + IPV4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    @Override
    public String toString() {
        return names.isEmpty() && ranges.isEmpty()
                ? "nothing private"
                : "%s names and %s ranges".formatted(names.size(), ranges.size());
    }
}

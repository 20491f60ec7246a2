package tickertape.alerts.webhook;

import java.net.InetAddress;

/// A range of IP addresses, as CIDR writes it: `10.0.0.0/8`, or one address.
///
/// @param bits how many of the first bits are the same in all of them
record AddressRange(InetAddress first, int bits) {

    AddressRange {
        int most = first.getAddress().length * Byte.SIZE;
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("a range has 0 to %s bits, not %s".formatted(most, bits));
        }
    }

    /// Throws `IllegalArgumentException` if the text is no range.
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            InetAddress only = InetAddress.ofLiteral(text);
            return new AddressRange(only, only.getAddress().length * Byte.SIZE);
        }
        return new AddressRange(
                InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text, slash + 1, text.length(), 10));
    }

    boolean contains(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % Byte.SIZE;
            if ((ours[i / Byte.SIZE] & mask) != (theirs[i / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}

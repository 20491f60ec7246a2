package tickertape.web;

import jakarta.servlet.ServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The address that counts as one client where something is limited by address.
public final class ClientAddress {

    /// How some proxies write an address: with the port of the connection, which is another one each time.
    private static final Pattern WITH_PORT = Pattern.compile("([^:]+):[0-9]+|\\[(.+)](?::[0-9]+)?");

    private ClientAddress() {}

    /// That of the client, or the one that a trusted proxy reports.
    public static String of(ServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /// An address without its port; of an IPv6 address the network, because a network of 64 bits is what one
    /// client gets.
    static String of(String text) {
        Matcher port = WITH_PORT.matcher(text);
        String bare = !port.matches() ? text : port.group(1) == null ? port.group(2) : port.group(1);
        try {
            InetAddress address = InetAddress.ofLiteral(bare);
            return address instanceof Inet6Address ? network(address.getAddress()) : address.getHostAddress();
        } catch (IllegalArgumentException unknown) {
            // A proxy may hide an address behind any word.
            return bare;
        }
    }

    private static String network(byte[] address) {
        return HexFormat.of().toHexDigits(ByteBuffer.wrap(address).getLong()) + "::/64";
    }
}

package tickertape.alerts.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/// The address of a webhook.
///
/// @param host in lower case; a name, or an address without brackets
record WebhookUrl(URI uri, String host) {

    private static final int LONGEST = 2000;
    private static final int LONGEST_HOST = 253;
    private static final int HTTPS_PORT = 443;
    private static final int FIRST_FREE_PORT = 1024;
    private static final int LAST_PORT = 65_535;
    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9]\\d*)(?:\\.(?!$)|$)){4}");
    private static final String EXAMPLE = "https://bot.example/alerts";

    /// Checks what somebody wants to be called; throws `IllegalArgumentException` that says what would be right. To
    /// what
    /// address a name leads is not looked at here, but each time that it is called.
    static WebhookUrl of(String text, AddressPolicy policy) {
        check(text.length() <= LONGEST, "a webhook has at most %s characters".formatted(LONGEST));
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        check(
                (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null,
                "the webhook '%s' is no address such as %s".formatted(text, EXAMPLE));
        check(uri.getRawUserInfo() == null, "a webhook has no user in its address: its requests are signed instead");
        check(uri.getRawFragment() == null, "a webhook has no fragment: leave out the # and what follows");
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        checkHost(host);
        boolean trusted = policy.trusts(host);
        check(
                trusted || scheme.equals("https"),
                "a webhook begins with https://, unless the operator of this server has listed its host in alerts.webhooks.allow");
        checkPort(uri.getPort(), trusted);
        check(
                trusted || isPublic(host, policy),
                "webhooks do not go to %s, which is not public: choose an address of the public internet, or ask the operator of this server to list it in alerts.webhooks.allow"
                        .formatted(host));
        return new WebhookUrl(uri, host);
    }

    /// One that was checked when it was set.
    static WebhookUrl kept(String text, String host) {
        return new WebhookUrl(URI.create(text), host);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the webhook '%s' is no address such as %s".formatted(text, EXAMPLE), e);
        }
    }

    private static void checkHost(String host) {
        if (AddressPolicy.isName(host)) {
            check(
                    host.length() <= LONGEST_HOST,
                    "the host of a webhook has at most %s characters".formatted(LONGEST_HOST));
            return;
        }
        boolean literal;
        try {
            // 127.1, 0177.0.0.1 and 2130706433 are addresses for some, but nobody writes them in good faith.
            literal = (host.contains(":") && !host.contains("%"))
                    || IPV4.matcher(host).matches();
            var _ = InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the host '%s' of a webhook is no name and no address".formatted(host), e);
        }
        check(literal, "the host '%s' of a webhook is no name and no address".formatted(host));
    }

    private static void checkPort(int port, boolean trusted) {
        check(
                port == -1 || port == HTTPS_PORT || (port >= (trusted ? 1 : FIRST_FREE_PORT) && port <= LAST_PORT),
                "webhooks do not go to port %s: choose 443, or one from %s".formatted(port, FIRST_FREE_PORT));
    }

    private static boolean isPublic(String host, AddressPolicy policy) {
        if (AddressPolicy.isName(host)) {
            return host.contains(".") && !host.endsWith(".localhost");
        }
        return policy.permits(host, InetAddress.ofLiteral(host));
    }

    private static void check(boolean good, String detail) {
        if (!good) {
            throw new IllegalArgumentException(detail);
        }
    }
}

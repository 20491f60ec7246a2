package tickertape.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which addresses count as one client.
class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "203.0.113.9:5001, 203.0.113.9",
        "::ffff:203.0.113.9, 203.0.113.9",
        "2001:db8::1, 20010db800000000::/64",
        "2001:db8:0:0:ffff:ffff:ffff:ffff, 20010db800000000::/64",
        "2001:db8:0:1::1, 20010db800000001::/64",
        "[2001:db8::1]:5001, 20010db800000000::/64",
        "[2001:db8::1], 20010db800000000::/64",
        "::1, 0000000000000000::/64",
        "unknown, unknown",
        "_hidden, _hidden"
    })
    void portDoesNotCountAndOfIpv6OnlyTheNetwork(String text, String client) {
        assertThat(ClientAddress.of(text)).isEqualTo(client);
    }
}

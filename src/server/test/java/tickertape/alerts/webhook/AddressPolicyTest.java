package tickertape.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Webhooks go to the public internet, and to what is listed.
class AddressPolicyTest {

    private static final AddressPolicy STANDARD = AddressPolicy.allowing(List.of());

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:0:8.8.8.8",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::808:808",
                "100::1",
                "2001::1",
                "2001:2::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::",
                "2002:a9fe:a9fe::1",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1"
            })
    void whatIsNotPublicIsNotCalled(String text) {
        assertThat(STANDARD.permits("bot.example", address(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808",
                "2001:4860:4860::8888",
                "2001:200::1",
                "2002:808:808::1",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1"
            })
    void whatIsPublicIsCalled(String text) {
        assertThat(STANDARD.permits("bot.example", address(text))).isTrue();
        assertThat(STANDARD.trusts(text)).isFalse();
    }

    @Test
    void whatIsListedIsCalled() {
        AddressPolicy policy = AddressPolicy.allowing(List.of("10.1.0.0/16", "127.0.0.1", "fd00::/8", "Bot.Internal"));

        assertThat(policy.permits("x.example", address("10.1.2.3"))).isTrue();
        assertThat(policy.permits("x.example", address("10.2.0.0"))).isFalse();
        assertThat(policy.permits("x.example", address("127.0.0.1"))).isTrue();
        assertThat(policy.permits("x.example", address("127.0.0.2"))).isFalse();
        assertThat(policy.permits("x.example", address("fd12::1"))).isTrue();
        assertThat(policy.permits("x.example", address("fe80::1"))).isFalse();
        assertThat(policy.permits("bot.internal", address("192.168.1.1"))).isTrue();
        assertThat(policy.permits("BOT.internal", address("192.168.1.1"))).isTrue();
        assertThat(policy.trusts("bot.internal")).isTrue();
        assertThat(policy.trusts("10.1.2.3")).isTrue();
        assertThat(policy.trusts("x.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.256", "10.0.0.0/", "10.0.0.0/x", "http://bot.internal", "a b", ""})
    void whatIsNoAddressAndNoNameIsRefused(String text) {
        assertThatThrownBy(() -> AddressPolicy.allowing(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alerts.webhooks.allow")
                .hasMessageContaining("'" + text + "'");
    }
}

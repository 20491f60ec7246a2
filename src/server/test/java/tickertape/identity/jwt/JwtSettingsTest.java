package tickertape.identity.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which issuers a server may be told to trust.
class JwtSettingsTest {

    private final JwtSettings settings = new JwtSettings();

    /// As MicroProfile Config fills in what nobody has set.
    @BeforeEach
    void fill() {
        settings.issuer = Optional.empty();
        settings.jwks = Optional.empty();
        settings.audience = Optional.empty();
    }

    @Test
    void nobodyIsTrustedByDefault() {
        assertThat(settings.trusted()).isEmpty();
        assertThat(settings.inWords()).isEqualTo("no issuer");
    }

    @Test
    void issuerIsTrustedForOneAudience() {
        settings.issuer = Optional.of("https://id.example/");
        settings.audience = Optional.of("desk");

        assertThat(settings.trusted()).hasValue(new TrustedIssuer("https://id.example/", "desk", Optional.empty()));
        assertThat(settings.inWords()).isEqualTo("of https://id.example/ for 'desk'");
        assertThat(IssuerDocument.address("issuer", "https://id.example/"))
                .hasToString("https://id.example/.well-known/openid-configuration");
    }

    @Test
    void issuerNeedsAnAudience() {
        settings.issuer = Optional.of("https://id.example");

        assertRefused("identity.jwt.audience is missing: tokens for all other services would be good here");
    }

    @Test
    void audienceNeedsAnIssuer() {
        settings.audience = Optional.of("desk");

        assertRefused("identity.jwt.issuer is missing: nobody's tokens would be good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example/keys",
                "http://127.0.0.1.evil.example/",
                "ftp://127.0.0.1/",
                "keys",
                "https:///keys"
            })
    void keysAreNotFetchedWhereSomebodyInBetweenCouldPutInOthers(String keys) {
        settings.issuer = Optional.of("desk");
        settings.audience = Optional.of("desk");
        settings.jwks = Optional.of(keys);

        assertRefused("identity.jwt.jwks is an https URL, or an http URL of this machine, not '%s'".formatted(keys));
    }

    @Test
    void issuerThatIsNoAddressNeedsAnAddressOfItsKeys() {
        settings.issuer = Optional.of("desk");
        settings.audience = Optional.of("desk");
        assertRefused("identity.jwt.issuer is an https URL, or an http URL of this machine, "
                + "not 'desk/.well-known/openid-configuration'");

        settings.jwks = Optional.of("http://localhost:8080/keys");
        assertThat(settings.trusted().orElseThrow().keys()).hasValue(URI.create("http://localhost:8080/keys"));
    }

    @Test
    void clocksMayNotDifferByMoreThanFiveMinutes() {
        settings.clockSkew = Duration.ofMinutes(6);

        assertRefused("identity.jwt.clock-skew must be from PT0S to PT5M, not PT6M");
    }

    private void assertRefused(String message) {
        assertThatIllegalArgumentException().isThrownBy(settings::trusted).withMessage(message);
    }
}

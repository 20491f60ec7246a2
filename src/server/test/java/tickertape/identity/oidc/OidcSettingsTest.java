package tickertape.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which providers a server may be told of.
class OidcSettingsTest {

    private static final String ISSUER = "https://id.example/realms/desk";

    private final OidcSettings settings = new OidcSettings();

    /// As MicroProfile Config fills in what nobody has set.
    @BeforeEach
    void fill() {
        settings.issuer = Optional.empty();
        settings.client = Optional.empty();
        settings.secret = Optional.empty();
        settings.label = Optional.empty();
        settings.address = Optional.empty();
    }

    @Test
    void thereIsNoProviderByDefault() {
        assertThat(settings.client()).isEmpty();
        assertThat(settings.inWords()).isEqualTo("no provider");
    }

    @Test
    void issuerAndClientAreEnough() {
        configure();

        OidcClient client = settings.client().orElseThrow();

        assertThat(client.label()).isEqualTo("id.example");
        assertThat(client.scope()).isEqualTo("openid profile");
        assertThat(client.secret()).isEmpty();
        assertThat(client.address()).isEmpty();
        assertThat(settings.inWords())
                .isEqualTo("at https://id.example/realms/desk as 'tickertape' without a secret, for PT12H");
    }

    @Test
    void secretIsSaidToNobody() {
        configure();
        settings.secret = Optional.of("s3cr3t");

        assertThat(settings.client().orElseThrow()).asString().doesNotContain("s3cr3t");
        assertThat(settings.inWords()).doesNotContain("s3cr3t");
    }

    @Test
    void addressIsOneOfAWholeServer() {
        configure();
        settings.address = Optional.of("https://desk.example");
        assertThat(settings.client().orElseThrow().address()).hasValue(URI.create("https://desk.example/"));

        settings.address = Optional.of("https://desk.example/prices");
        assertRefused("identity.oidc.address has no path and no query, unlike 'https://desk.example/prices'");
        settings.address = Optional.of("http://desk.example");
        assertRefused("identity.oidc.address is an https URL, or an http URL of this machine, "
                + "not 'http://desk.example'");
    }

    @Test
    void clientNeedsAnIssuerAndTheIssuerAClient() {
        settings.client = Optional.of("tickertape");
        assertRefused("identity.oidc.issuer is missing: nobody could sign in there");

        settings.client = Optional.empty();
        settings.issuer = Optional.of(ISSUER);
        assertRefused("identity.oidc.client is missing: the provider does not know this server");
    }

    @Test
    void providerIsNotAskedWhereSomebodyInBetweenCouldAnswer() {
        configure();
        settings.issuer = Optional.of("http://id.example");

        assertRefused("identity.oidc.issuer is an https URL, or an http URL of this machine, "
                + "not 'http://id.example/.well-known/openid-configuration'");
    }

    @Test
    void whatCanNotBeIsRefused() {
        configure();
        settings.scope = "profile";
        assertRefused("identity.oidc.scope must contain 'openid', not 'profile'");
        settings.scope = "openid";
        settings.label = Optional.of("");
        assertRefused("identity.oidc.label has 1 to 40 characters, not ''");
        settings.session = Duration.ZERO;
        assertRefused("identity.oidc.session must be from PT1S to PT8760H, not PT0S");
        settings.session = Duration.ofHours(1);
        settings.timeout = Duration.ofHours(1);
        assertRefused("identity.oidc.timeout must be from PT0.1S to PT1M, not PT1H");
    }

    private void configure() {
        settings.issuer = Optional.of(ISSUER);
        settings.client = Optional.of("tickertape");
    }

    private void assertRefused(String message) {
        assertThatIllegalArgumentException().isThrownBy(settings::client).withMessage(message);
    }
}

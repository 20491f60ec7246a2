package tickertape.identity.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.identity.jwt.SignedTokens.AUDIENCE;
import static tickertape.identity.jwt.SignedTokens.ISSUER;
import static tickertape.identity.jwt.SignedTokens.NOW;
import static tickertape.identity.jwt.SignedTokens.claims;
import static tickertape.identity.jwt.SignedTokens.rsa;
import static tickertape.identity.jwt.SignedTokens.sign;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tickertape.identity.Authentication;

/// What a request is worth that brings a token of an issuer.
class JwtAuthenticatorTest {

    private static final RSAKey KEY = rsa("key");

    private final AtomicBoolean current = new AtomicBoolean(true);
    private final List<String> heard = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final JwtAuthenticator authenticator = new JwtAuthenticator(
            new SignatureCheck(new ImmutableJWKSet<>(new JWKSet(KEY).toPublicJWKSet()), current::get),
            new ClaimsReader(
                    new TrustedIssuer(ISSUER, AUDIENCE, Optional.empty()),
                    new ClaimsReader.ClaimNames("name", "roles", "scope"),
                    Duration.ZERO,
                    InstantSource.fixed(NOW)),
            (caller, said, ends) -> heard.add("%s %s %s".formatted(caller.name(), said, ends)),
            () -> closed.set(true));

    @Test
    void tokenMakesARequestOneOfItsSubject() {
        String token = sign(JWSAlgorithm.RS256, KEY, claims().build());

        assertThat(authenticator.authenticate(request("Bearer " + token)))
                .hasValueSatisfying(known -> assertThat(known)
                        .isInstanceOfSatisfying(
                                Authentication.Known.class,
                                somebody -> assertThat(somebody.caller().name()).isEqualTo("robot-7")));
    }

    @Test
    void whatTheIssuerSaysIsHeardWithItsTimeAndItsEnd() {
        Instant issued = NOW.minusSeconds(60);
        authenticator.authenticate(sign(
                JWSAlgorithm.RS256, KEY, claims().issueTime(Date.from(issued)).build()));
        authenticator.authenticate(sign(JWSAlgorithm.RS256, rsa("other"), claims().build()));

        assertThat(heard)
                .singleElement()
                .asString()
                .startsWith("robot-7 " + issued)
                .doesNotContain(NOW.toString());
    }

    @Test
    void otherCredentialsAreForOthers() {
        assertThat(Stream.of(
                                "Bearer ttk_0123456789abcdef.secret",
                                "Basic YS5iLmM=",
                                "Bearer a.b.c.d.e",
                                "Bearer abc",
                                "")
                        .map(header -> authenticator.authenticate(request(header))))
                .allSatisfy(found -> assertThat(found).isEmpty());
    }

    @Test
    void refusalSaysNothingThatIsNotKnownToWhoeverMadeTheToken() {
        String token = sign(
                JWSAlgorithm.RS256, KEY, claims().issuer("https://evil.example").build());

        assertThat(authenticator.authenticate(token)).isEqualTo(new Authentication.Invalid("it is of another issuer"));
    }

    @Test
    void nobodyCanSayWhileAKeyIsUnknownAndTheIssuerAway() {
        current.set(false);

        assertThat(authenticator.authenticate(sign(JWSAlgorithm.RS256, rsa("other"), claims().build())))
                .isEqualTo(new Authentication.Unavailable());
    }

    @Test
    void keysAreClosedWithIt() {
        authenticator.close();

        assertThat(closed).isTrue();
    }

    private static HttpServletRequest request(String authorization) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                JwtAuthenticatorTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (_, method, _) -> method.getName().equals("getHeader") ? authorization : null);
    }
}

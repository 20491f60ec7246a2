package tickertape.identity.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static tickertape.identity.jwt.SignedTokens.AUDIENCE;
import static tickertape.identity.jwt.SignedTokens.ISSUER;
import static tickertape.identity.jwt.SignedTokens.NOW;
import static tickertape.identity.jwt.SignedTokens.claims;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.identity.Caller;
import tickertape.identity.Scope;

/// Who brings a token, and whether it is good here and now.
class ClaimsReaderTest {

    private static final ClaimsReader.ClaimNames NAMES =
            new ClaimsReader.ClaimNames("preferred_username", "realm_access.roles", "scope");
    private static final Duration SKEW = Duration.ofSeconds(30);

    @Test
    void callerIsWhatTheTokenSays() throws Exception {
        Caller caller = read(claims().claim("preferred_username", "苹果 robot")
                .claim("scope", "openid feed read trade")
                .claim("realm_access", Map.of("roles", List.of("moderator", "offline_access", "realtime", 7))));

        assertThat(caller.name()).isEqualTo("苹果 robot");
        assertThat(caller.scopes()).containsExactlyInAnyOrder(Scope.FEED, Scope.READ, Scope.TRADE);
        assertThat(caller.rights()).containsExactlyInAnyOrder("moderator", "realtime");
        assertThat(caller.until()).hasValue(NOW.plusSeconds(60).plus(SKEW));
    }

    @Test
    void tokenWithoutScopesIsGoodForNothingInParticular() throws Exception {
        Caller caller = read(claims());

        assertThat(caller.scopes()).isEmpty();
        assertThat(caller.rights()).isEmpty();
        assertThat(caller.name()).isEqualTo("robot-7");
    }

    @Test
    void scopesMayBeAList() throws Exception {
        assertThat(read(claims().claim("scope", List.of("feed", "else"))).scopes())
                .containsExactly(Scope.FEED);
    }

    @Test
    void claimWhoseNameHasDotsIsFoundAsItIs() throws Exception {
        var names = new ClaimsReader.ClaimNames("sub", "https://desk.example/roles", "scope");

        Caller caller = reader(names, NOW)
                .caller(
                        claims().claim("https://desk.example/roles", "moderator")
                                .build(),
                        "t");

        assertThat(caller.rights()).containsExactly("moderator");
    }

    @Test
    void idIsTheSameForTheSameSubjectOfTheSameIssuerOnly() throws Exception {
        String id = read(claims()).id();
        var elsewhere = new ClaimsReader(
                new TrustedIssuer("https://id.example", AUDIENCE, Optional.empty()),
                NAMES,
                SKEW,
                InstantSource.fixed(NOW));

        assertThat(id).hasSize(47).matches("jwt:[A-Za-z0-9_-]+");
        assertThat(read(claims().issueTime(null).claim("preferred_username", "renamed"))
                        .id())
                .isEqualTo(id);
        assertThat(read(claims().subject("robot-8")).id()).isNotEqualTo(id);
        assertThat(elsewhere
                        .caller(claims().issuer("https://id.example").build(), "t")
                        .id())
                .isNotEqualTo(id);
    }

    @Test
    void eachTokenIsACredentialOfItsOwn() throws Exception {
        JWTClaimsSet claims = claims().build();

        assertThat(reader(NAMES, NOW).caller(claims, "one").credential())
                .isNotEqualTo(reader(NAMES, NOW).caller(claims, "two").credential());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a\nb",
                "\u202Enimda",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void nameThatCanNotBeShownIsNot(String name) throws Exception {
        assertThat(read(claims().claim("preferred_username", name)).name()).isEqualTo("robot-7");
    }

    @Test
    void whereNothingCanBeShownTheIdIs() throws Exception {
        Caller caller = read(claims().subject("a\tb"));

        assertThat(caller.name()).isEqualTo(caller.id());
    }

    @Test
    void tokenOfAnotherIssuerIsNoGood() {
        assertRefused(claims().issuer("https://evil.example"), "it is of another issuer");
        assertRefused(claims().issuer(ISSUER + "/"), "it is of another issuer");
        assertRefused(claims().issuer(null), "it is of another issuer");
    }

    @Test
    void tokenForAnotherServiceIsNoGood() throws Exception {
        assertRefused(claims().audience("other"), "it is for another service");
        assertRefused(claims().audience(List.of()), "it is for another service");
        assertThat(read(claims().audience(List.of("other", AUDIENCE))).name()).isEqualTo("robot-7");
    }

    @Test
    void tokenIsGoodUntilItsEndAndAsLongAsClocksMayDiffer() throws Exception {
        Instant end = NOW.plusSeconds(60);

        assertThat(readAt(end.plusSeconds(29), claims()).until()).hasValue(end.plus(SKEW));
        assertRefusedAt(end.plus(SKEW), claims(), "it has expired, or says no end");
        assertRefusedAt(end.plus(Duration.ofMinutes(5)), claims(), "it has expired, or says no end");
        assertRefused(claims().expirationTime(null), "it has expired, or says no end");
    }

    @Test
    void tokenThatIsNotGoodYetIsNoGood() throws Exception {
        assertThat(read(claims().notBeforeTime(at(30)).issueTime(at(30))).name())
                .isEqualTo("robot-7");
        assertRefused(claims().notBeforeTime(at(31)), "it is not good yet");
        assertRefused(claims().issueTime(at(31)), "it is not good yet");
        assertRefusedAt(NOW.minus(Duration.ofMinutes(5)), claims(), "it is not good yet");
    }

    @Test
    void endThatIsFarAwayIsNearEnoughToCountWith() throws Exception {
        Date far = Date.from(Instant.parse("9999-12-31T23:59:59Z"));

        Instant until = read(claims().expirationTime(far)).until().orElseThrow();

        assertThat(Duration.between(NOW, until).toNanos()).isPositive();
    }

    @Test
    void tokenOfNobodyIsNoGood() {
        assertRefused(claims().subject(null), "it does not say whose it is");
        assertRefused(claims().subject(" "), "it does not say whose it is");
        assertRefused(claims().subject("a".repeat(256)), "it does not say whose it is");
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static ClaimsReader reader(ClaimsReader.ClaimNames names, Instant now) {
        return new ClaimsReader(
                new TrustedIssuer(ISSUER, AUDIENCE, Optional.empty()), names, SKEW, InstantSource.fixed(now));
    }

    private static Caller read(JWTClaimsSet.Builder claims) throws InvalidTokenException {
        return readAt(NOW, claims);
    }

    private static Caller readAt(Instant now, JWTClaimsSet.Builder claims) throws InvalidTokenException {
        return reader(NAMES, now).caller(claims.build(), "a.b.c");
    }

    private static void assertRefused(JWTClaimsSet.Builder claims, String reason) {
        assertRefusedAt(NOW, claims, reason);
    }

    private static void assertRefusedAt(Instant now, JWTClaimsSet.Builder claims, String reason) {
        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() -> readAt(now, claims))
                .withMessage(reason);
    }
}

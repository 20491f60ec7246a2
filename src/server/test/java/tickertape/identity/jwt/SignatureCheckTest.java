package tickertape.identity.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static tickertape.identity.jwt.SignedTokens.claims;
import static tickertape.identity.jwt.SignedTokens.ec;
import static tickertape.identity.jwt.SignedTokens.rsa;
import static tickertape.identity.jwt.SignedTokens.sign;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens that an issuer has signed, and those that somebody would like to be taken for them.
class SignatureCheckTest {

    private static final RSAKey RSA = rsa("rsa");
    private static final List<JWK> KEYS =
            List.of(RSA, ec("p256", Curve.P_256), ec("p384", Curve.P_384), ec("p521", Curve.P_521));
    private static final RSAKey STRANGERS = rsa("rsa");

    private final AtomicBoolean current = new AtomicBoolean(true);
    private final SignatureCheck check =
            new SignatureCheck(new ImmutableJWKSet<>(new JWKSet(KEYS).toPublicJWKSet()), current::get);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RS256 rsa",
                "RS384 rsa",
                "RS512 rsa",
                "PS256 rsa",
                "PS384 rsa",
                "PS512 rsa",
                "ES256 p256",
                "ES384 p384",
                "ES512 p521"
            })
    void issuersSignatureIsGood(String algorithmAndKey) throws Exception {
        String[] words = algorithmAndKey.split(" ", 2);
        JWK key = KEYS.stream()
                .filter(each -> each.getKeyID().equals(words[1]))
                .findFirst()
                .orElseThrow();

        String token = sign(JWSAlgorithm.parse(words[0]), key, claims().build());

        assertThat(check.check(token).getSubject()).isEqualTo("robot-7");
    }

    @Test
    void typeOfAccessTokensIsTaken() throws Exception {
        JWSHeader header = header().type(new JOSEObjectType("at+jwt")).build();

        assertThat(check.check(sign(header, RSA, claims().build())).getSubject())
                .isEqualTo("robot-7");
        assertRefused(
                sign(header().type(new JOSEObjectType("logout+jwt")).build(), RSA, claims().build()),
                "it is a token for something else");
    }

    @Test
    void nothingIsTakenWithoutASignature() {
        assertRefused(new PlainJWT(claims().build()).serialize(), "it is no signed JWT");
        String signed = sign(JWSAlgorithm.RS256, RSA, claims().build());
        assertRefused(signed.substring(0, signed.lastIndexOf('.') + 1), "it is no signed JWT");
    }

    @Test
    void publicKeyIsNoSecretToSignWith() throws Exception {
        byte[] secret = RSA.toRSAPublicKey().getEncoded();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(), claims().build());
        jwt.sign(new MACSigner(secret));

        assertRefused(jwt.serialize(), "its algorithm is not taken here");
    }

    @Test
    void tokenThatIsChangedIsNoGood() {
        String[] parts = sign(JWSAlgorithm.RS256, RSA, claims().build()).split("\\.", 3);
        String changed = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("robot-7", "robot-8");

        assertThat(changed).contains("robot-8");
        assertRefused(String.join(".", parts[0], base64(changed), parts[2]), "the issuer has not signed this");
    }

    @Test
    void keyOfTheSameNameIsNotTheIssuers() {
        assertRefused(sign(JWSAlgorithm.RS256, STRANGERS, claims().build()), "the issuer has not signed this");
    }

    @Test
    void keysThatATokenBringsAreNotLookedAt() {
        assertRefused(
                sign(header().jwk(STRANGERS.toPublicJWK()).build(), STRANGERS, claims().build()),
                "the issuer has not signed this");
        assertRefused(
                sign(header().jwkURL(URI.create("http://127.0.0.1:1/keys")).build(), STRANGERS, claims().build()),
                "the issuer has not signed this");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "../../../dev/null", "rsa' OR '1'='1", "", "http://127.0.0.1:1/"})
    void nameOfAKeyOnlyChoosesAmongThoseOfTheIssuer(String name) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(name).build();

        assertRefused(sign(header, STRANGERS, claims().build()), "the issuer has no such key");
    }

    @Test
    void keyThatNobodyKnowsIsUnsureWhileTheIssuerIsAway() {
        current.set(false);
        String token = sign(JWSAlgorithm.RS256, rsa("new"), claims().build());

        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> check.check(token));
    }

    @Test
    void extensionsThatMustBeUnderstoodAreNot() {
        JWSHeader header = header().criticalParams(Set.of("exp")).build();

        assertRefused(sign(header, RSA, claims().build()), "it asks for extensions that are not known here");
    }

    @Test
    void hugeTokenIsNotEvenRead() {
        String token = sign(
                JWSAlgorithm.RS256,
                RSA,
                claims().claim("groups", "a".repeat(8192)).build());

        assertRefused(token, "it is longer than 8192 characters");
    }

    @Test
    void encryptedTokensAreNotTaken() throws Exception {
        var jwt =
                new EncryptedJWT(new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM), claims().build());
        jwt.encrypt(new RSAEncrypter(RSA.toRSAPublicKey()));

        assertRefused(jwt.serialize(), "it is no signed JWT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "a.b.c", "eyJhbGciOiJSUzI1NiJ9..", "eyJhbGciOjF9.e30.YQ", "\u0000.\u0000.\u0000"})
    void noiseIsNoToken(String noise) {
        assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> check.check(noise));
    }

    @Test
    void claimsThatAreNoObjectAreNoGood() {
        for (String claims : List.of("[1]", "\"robot-7\"", "{\"exp\":", "[".repeat(5000))) {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build();
            assertThatExceptionOfType(InvalidTokenException.class)
                    .isThrownBy(() -> check.check(SignedTokens.signText(header, RSA, claims)));
        }
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa");
    }

    private void assertRefused(String token, String reason) {
        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() -> check.check(token))
                .withMessage(reason);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

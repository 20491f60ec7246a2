package tickertape.identity.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tickertape.identity.jwt.DocumentFetcher;
import tickertape.identity.jwt.DocumentFetcher.Reply;

/// Gets the ID token that a code stands for (OpenID Connect Core 1.0, 3.1.3). Safe for any thread.
record CodeExchange(OidcClient client, DocumentFetcher fetcher) {

    private static final int OK = 200;
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;
    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");

    /// Throws `IOException` while the provider is away.
    String idToken(ProviderMetadata provider, String code, SignInAttempt attempt) throws IOException, SignInException {
        Reply reply = send(provider, code, attempt);
        if (reply.status() == OK && parsed(reply).get("id_token") instanceof String token) {
            return token;
        }
        if (reply.status() < CLIENT_ERRORS) {
            throw new SignInException(
                    SignInOutcome.FAILED, "%s answers without an ID token".formatted(provider.token()));
        }
        if (reply.status() >= SERVER_ERRORS) {
            throw new IOException("%s answers %s".formatted(provider.token(), reply.status()));
        }
        throw new SignInException(
                SignInOutcome.FAILED,
                "%s answers %s, %s"
                        .formatted(
                                provider.token(),
                                reply.status(),
                                errorOf(parsed(reply).get("error"))));
    }

    private Reply send(ProviderMetadata provider, String code, SignInAttempt attempt) throws IOException {
        Form form = Form.of()
                .with("grant_type", "authorization_code")
                .with("code", code)
                .with("redirect_uri", attempt.redirect())
                .with("code_verifier", attempt.verifier());
        if (client.secret().isEmpty()) {
            return fetcher.post(
                    provider.token(), form.with("client_id", client.id()).toString());
        }
        String secret = client.secret().get();
        if (!provider.basic()) {
            return fetcher.post(
                    provider.token(),
                    form.with("client_id", client.id())
                            .with("client_secret", secret)
                            .toString());
        }
        String both = "%s:%s".formatted(Form.encoded(client.id()), Form.encoded(secret));
        return fetcher.post(
                provider.token(),
                form.toString(),
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> parsed(Reply reply) {
        try {
            return JSONObjectUtils.parse(reply.body());
        } catch (ParseException page) {
            return Map.of();
        }
    }

    /// What a provider calls an error; whatever is none of their words is not repeated.
    static String errorOf(@Nullable Object error) {
        return error instanceof String text && ERROR.matcher(text).matches() ? text : "without a known error";
    }
}

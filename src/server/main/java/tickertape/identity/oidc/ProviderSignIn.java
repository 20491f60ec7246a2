package tickertape.identity.oidc;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import tickertape.identity.jwt.IdTokens;
import tickertape.identity.jwt.IdTokens.Person;
import tickertape.identity.jwt.InvalidTokenException;

/// Sends visitors to the provider, and finds out who they are when they come back. Safe for any thread.
final class ProviderSignIn {

    /// The provider would have to talk with the visitor, or wants another one.
    private static final Set<String> REFUSALS =
            Set.of("login_required", "interaction_required", "consent_required", "account_selection_required");

    private static final Set<String> OUTAGES = Set.of("server_error", "temporarily_unavailable");
    /// So many requests wait for the provider at once, and no more: each holds a thread.
    private static final int AT_ONCE = 20;

    private final OidcClient client;
    private final ProviderDocument provider;
    private final CodeExchange exchange;
    private final IdTokens tokens;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ProviderSignIn(OidcClient client, ProviderDocument provider, CodeExchange exchange, IdTokens tokens) {
        this.client = client;
        this.provider = provider;
        this.exchange = exchange;
        this.tokens = tokens;
    }

    OidcClient client() {
        return client;
    }

    /// Where at the provider a visitor has to go.
    URI begin(SignInAttempt attempt) throws SignInException {
        Form query = Form.of()
                .with("response_type", "code")
                .with("client_id", client.id())
                .with("redirect_uri", attempt.redirect())
                .with("scope", client.scope())
                .with("state", attempt.state())
                .with("nonce", attempt.nonce())
                .with("code_challenge", attempt.challenge())
                .with("code_challenge_method", "S256");
        return waiting(() -> with(provider.metadata().authorization(), query));
    }

    /// Who has come back.
    Person finish(SignInAttempt attempt, ProviderAnswer answer) throws SignInException {
        return waiting(() -> {
            ProviderMetadata metadata = provider.metadata();
            checkIssuer(metadata, answer.issuer());
            if (answer.error().isPresent()) {
                throw refusal(answer.error().get());
            }
            String code = answer.code()
                    .orElseThrow(() -> new SignInException(SignInOutcome.FAILED, "the provider sends no code"));
            return tokens.read(exchange.idToken(metadata, code, attempt), attempt.nonce());
        });
    }

    /// Where at the provider somebody signs out; empty if nowhere.
    ///
    /// @param home where the provider sends the visitor to then
    Optional<URI> end(URI home) throws SignInException {
        Form query = Form.of().with("client_id", client.id()).with("post_logout_redirect_uri", home.toString());
        return waiting(() -> provider.metadata().endSession().map(address -> with(address, query)));
    }

    // Somebody who is sent to two providers must not bring the one's answer to the other (RFC 9207).
    private void checkIssuer(ProviderMetadata metadata, Optional<String> issuer) throws SignInException {
        boolean fits = issuer.map(client.issuer()::equals).orElse(!metadata.saysIssuer());
        if (!fits) {
            throw new SignInException(SignInOutcome.FAILED, "the answer is of another issuer");
        }
    }

    private static SignInException refusal(String error) {
        SignInOutcome outcome = SignInOutcome.FAILED;
        if (error.equals("access_denied")) {
            outcome = SignInOutcome.CANCELLED;
        } else if (REFUSALS.contains(error)) {
            outcome = SignInOutcome.REFUSED;
        } else if (OUTAGES.contains(error)) {
            outcome = SignInOutcome.UNAVAILABLE;
        }
        return new SignInException(outcome, "the provider says " + CodeExchange.errorOf(error));
    }

    private static URI with(URI address, Form query) {
        return URI.create("%s%s%s".formatted(address, address.getRawQuery() == null ? "?" : "&", query));
    }

    /// Something that waits for the provider.
    private interface Step<T> {
        T take() throws IOException, SignInException, InvalidTokenException;
    }

    private <T> T waiting(Step<T> step) throws SignInException {
        if (!places.tryAcquire()) {
            throw new SignInException(SignInOutcome.UNAVAILABLE, "%s wait for the provider already".formatted(AT_ONCE));
        }
        try {
            return step.take();
        } catch (IOException away) {
            throw new SignInException(SignInOutcome.UNAVAILABLE, away);
        } catch (InvalidTokenException invalid) {
            throw new SignInException(SignInOutcome.FAILED, "the ID token is no good: " + invalid.reason());
        } finally {
            places.release();
        }
    }
}

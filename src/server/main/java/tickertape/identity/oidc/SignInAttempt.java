package tickertape.identity.oidc;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import tickertape.identity.RandomId;
import tickertape.web.Sha256;

/// One sign-in, from leaving for the provider to coming back.
///
/// @param state comes back with the visitor: whoever brings another one has not begun here
/// @param nonce comes back in the ID token: one of another sign-in is no good
/// @param verifier is shown with the code (PKCE): a code that was stolen is worth nothing
/// @param redirect where the provider sends the visitor to
record SignInAttempt(String state, String nonce, String verifier, String redirect, ReturnPath back) {

    private static final int BYTES = 32;

    static SignInAttempt begin(SecureRandom random, String redirect, ReturnPath back) {
        return new SignInAttempt(
                RandomId.of(random, BYTES), RandomId.of(random, BYTES), RandomId.of(random, BYTES), redirect, back);
    }

    /// What the provider learns of the verifier (RFC 7636, S256).
    String challenge() {
        return Sha256.base64Url(verifier);
    }

    Map<String, String> values() {
        return Map.of("state", state, "nonce", nonce, "verifier", verifier, "redirect", redirect, "back", back.text());
    }

    /// What [#values] were of; empty if they do not belong to this state.
    static Optional<SignInAttempt> of(Map<String, String> values, String state) {
        return state.equals(values.get("state"))
                ? Optional.of(new SignInAttempt(
                        state,
                        values.getOrDefault("nonce", ""),
                        values.getOrDefault("verifier", ""),
                        values.getOrDefault("redirect", ""),
                        ReturnPath.of(values.getOrDefault("back", "/"))))
                : Optional.empty();
    }
}

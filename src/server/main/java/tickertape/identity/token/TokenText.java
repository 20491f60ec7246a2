package tickertape.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tickertape.identity.RandomId;
import tickertape.web.Sha256;

/// A token as it is sent: `ttk_`, by which leaked ones are found, its id, and a secret of 256 random bits.
///
/// @param secret nobody can guess it, so a fast hash without salt is enough to keep it by
record TokenText(String id, String secret) {

    private static final Pattern FORM = Pattern.compile("ttk_([A-Za-z0-9_-]{16})\\.([A-Za-z0-9_-]{43})");
    private static final String PREFIX = "ttk_";
    private static final int SECRET_BYTES = 32;

    /// Makes a new one.
    static TokenText of(SecureRandom random) {
        return new TokenText(RandomId.of(random), RandomId.of(random, SECRET_BYTES));
    }

    /// Empty if a text does not look like one.
    static Optional<TokenText> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new TokenText(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    static boolean isOne(String text) {
        return text.startsWith(PREFIX);
    }

    String hash() {
        return Base64.getEncoder().encodeToString(Sha256.of(secret.getBytes(StandardCharsets.US_ASCII)));
    }

    boolean matches(String hash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    /// The whole token.
    String text() {
        return PREFIX + id + "." + secret;
    }

    /// Without the secret.
    @Override
    public String toString() {
        return PREFIX + id;
    }
}

package tickertape.identity.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Hashes passwords by PBKDF2 with HMAC-SHA-512, which the platform has, slowly on purpose and each with its own salt.
final class PasswordHash {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final String NAME = "pbkdf2-sha512";

    /// As OWASP asks of this algorithm.
    private static final int ITERATIONS = 210_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final int PARTS = 4;

    private PasswordHash() {}

    /// The hash of a password, with all that it takes to check one.
    static String of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return String.join(
                ":", NAME, Integer.toString(ITERATIONS), encode(salt), encode(hash(password, salt, ITERATIONS)));
    }

    /// Whether a hash was made of this password. Takes the same time for a right and for a wrong one.
    static boolean matches(String password, String hash) {
        List<String> parts = List.of(hash.split(":"));
        if (parts.size() != PARTS || !parts.getFirst().equals(NAME)) {
            throw new IllegalArgumentException("this is no hash of a password");
        }
        Base64.Decoder decoder = Base64.getDecoder();
        byte[] own = hash(password, decoder.decode(parts.get(2)), Integer.parseInt(parts.get(1)));
        return MessageDigest.isEqual(own, decoder.decode(parts.getLast()));
    }

    private static byte[] hash(String password, byte[] salt, int iterations) {
        // The same password, however the keyboard composes its accents.
        char[] characters = Normalizer.normalize(password, Normalizer.Form.NFC).toCharArray();
        var specification = new PBEKeySpec(characters, salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(specification)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        } finally {
            specification.clearPassword();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

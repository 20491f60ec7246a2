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

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final int PARTS = 4;

    private final int iterations;
    private final SecureRandom random = new SecureRandom();

    /// @param iterations how long it takes to make a hash
    PasswordHash(int iterations) {
        this.iterations = iterations;
    }

    /// The hash of a password, with all that it takes to check one.
    String of(String password) {
        byte[] salt = randomBytes(SALT_BYTES);
        return text(salt, hash(password, salt, iterations));
    }

    /// A hash that no password has, and that takes as long to check as that of one.
    String ofNobody() {
        return text(randomBytes(SALT_BYTES), randomBytes(HASH_BITS / Byte.SIZE));
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text(byte[] salt, byte[] hash) {
        return String.join(":", NAME, Integer.toString(iterations), encode(salt), encode(hash));
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

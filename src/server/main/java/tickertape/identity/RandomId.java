package tickertape.identity;

import java.security.SecureRandom;
import java.util.Base64;

/// Makes names for what has none: nobody guesses one, and no two are alike.
public final class RandomId {

    private static final int BYTES = 12;

    private RandomId() {}

    /// 16 letters, digits, `-` and `_`.
    public static String of(SecureRandom random) {
        return of(random, BYTES);
    }

    /// As many random bytes, in base64 as URLs write it.
    public static String of(SecureRandom random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package tickertape.identity.account;

import java.util.Locale;

/// A password as somebody types it. Its text is in no message and in no log.
record Password(String text) {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final int DIFFERENT = 5;

    /// A new one; throws `IllegalArgumentException` that says what it must be.
    static Password chosen(String text, String name) {
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException(
                    "a password has %s to %s characters, not %s".formatted(SHORTEST, LONGEST, length));
        }
        if (text.codePoints().distinct().count() < DIFFERENT) {
            throw new IllegalArgumentException("a password has at least %s different characters".formatted(DIFFERENT));
        }
        if (!name.isBlank() && text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a password does not contain the name");
        }
        return new Password(text);
    }

    /// One to be checked: whatever is too long can't be right, and would only cost time.
    static Password typed(String text) {
        if (text.length() > 2 * LONGEST) {
            throw new IllegalArgumentException("a password has at most %s characters".formatted(LONGEST));
        }
        return new Password(text);
    }

    @Override
    public String toString() {
        return "a password";
    }
}

package sample;

import tickertape.wire.Symbol;

/// The body of a request that writes a memo.
public record NewMemo(Symbol symbol, String text) {

    private static final int LONGEST = 280;

    public NewMemo {
        check(text);
    }

    /// Throws `IllegalArgumentException` for a text that is no note.
    static void check(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the text has 1 to %s characters, and not only spaces".formatted(LONGEST));
        }
    }
}

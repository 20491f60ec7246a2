package sample;

import java.nio.charset.StandardCharsets;

/// The body of a request that dictates on.
///
/// @param done whether the dictation ends with it
public record NewPiece(String text, boolean done) {

    public NewPiece {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("the text begins or ends within a character");
        }
    }
}

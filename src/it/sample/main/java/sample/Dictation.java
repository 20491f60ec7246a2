package sample;

import org.jspecify.annotations.Nullable;

/// A piece of a text that somebody dictates.
///
/// @param dictation which text
/// @param from how many characters of the text come before these
/// @param done true if the text has ended, else null
public record Dictation(
        String dictation, int from, String text, @Nullable Boolean done) {}

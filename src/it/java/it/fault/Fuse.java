package it.fault;

import java.nio.charset.StandardCharsets;

/// Counts the bytes that pass: after a text among them, it lets this many more pass. One thread at a time uses it.
final class Fuse {

    private static final long FOR_EVER = Long.MAX_VALUE;

    private final byte[] text;
    private int matched;
    private long left;

    Fuse(String text, long left) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.left = left;
    }

    static Fuse endless() {
        return new Fuse("", FOR_EVER);
    }

    /// How many of these bytes may pass; fewer than there are if the count ends among them.
    int burn(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (matched < text.length) {
                light(bytes[i]);
            } else if (left-- == 0) {
                left = 0;
                return i;
            }
        }
        return length;
    }

    // This simple search is enough for texts whose first byte does not occur in them again.
    private void light(byte next) {
        if (next == text[matched]) {
            matched++;
        } else {
            matched = next == text[0] ? 1 : 0;
        }
    }
}

package tickertape.web.rest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Collects JSON as the bytes of UTF-8, without a text in between. One thread uses it.
final class JsonBytes {

    private static final int MOST_DIGITS = 20;

    /// So many bytes has a character at most.
    private static final int MOST = 4;

    private byte[] bytes;
    private int length;

    /// @param expected how many bytes there will be, more or less
    JsonBytes(int expected) {
        bytes = new byte[expected];
    }

    JsonBytes add(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /// A text of ASCII characters, as it is.
    JsonBytes add(String ascii) {
        int size = ascii.length();
        ensure(size);
        for (int i = 0; i < size; i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    JsonBytes add(long number) {
        if (number == Long.MIN_VALUE) {
            return add(Long.toString(number));
        }
        ensure(MOST_DIGITS);
        long rest = Math.abs(number);
        if (number < 0) {
            bytes[length++] = '-';
        }
        int end = length + 1;
        for (long left = rest; left > 9; left /= 10) {
            end++;
        }
        length = end;
        do {
            bytes[--end] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return this;
    }

    /// A JSON string.
    JsonBytes quote(String text) {
        add('"');
        int size = text.length();
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                add(c);
            } else if (c < 0x80) {
                escape(c);
            } else {
                int character = text.codePointAt(i);
                encode(character);
                i += Character.charCount(character) - 1;
            }
        }
        return add('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> add('\\').add(c);
            case '\b' -> add('\\').add('b');
            case '\f' -> add('\\').add('f');
            case '\n' -> add('\\').add('n');
            case '\r' -> add('\\').add('r');
            case '\t' -> add('\\').add('t');
            default -> add("\\u00").add(Character.forDigit(c >> 4, 16)).add(Character.forDigit(c & 15, 16));
        }
    }

    private void encode(int character) {
        ensure(MOST);
        if (character < 0x800) {
            bytes[length++] = (byte) (0xC0 | (character >> 6));
        } else if (character < 0x10000) {
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                // Half a character, for which every encoder of the JDK writes this.
                bytes[length++] = '?';
                return;
            }
            bytes[length++] = (byte) (0xE0 | (character >> 12));
            bytes[length++] = (byte) (0x80 | ((character >> 6) & 0x3F));
        } else {
            bytes[length++] = (byte) (0xF0 | (character >> 18));
            bytes[length++] = (byte) (0x80 | ((character >> 12) & 0x3F));
            bytes[length++] = (byte) (0x80 | ((character >> 6) & 0x3F));
        }
        bytes[length++] = (byte) (0x80 | (character & 0x3F));
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}

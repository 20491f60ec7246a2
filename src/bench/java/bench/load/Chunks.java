package bench.load;

import java.io.IOException;

/// Decodes a body in HTTP/1.1's chunked coding, wherever the bytes are split.
final class Chunks {

    private enum State {
        SIZE,
        EXTENSION,
        DATA,
        AFTER_DATA,
        END
    }

    private State state = State.SIZE;
    private int left;

    /// Appends the body bytes among some received ones to a buffer.
    ///
    /// @return how far the buffer is filled now
    int decode(byte[] received, int from, int to, byte[] body, int filled) throws IOException {
        int end = filled;
        int at = from;
        while (at < to) {
            if (state == State.DATA) {
                int length = Math.min(left, to - at);
                System.arraycopy(received, at, body, end, length);
                end += length;
                at += length;
                left -= length;
                state = left == 0 ? State.AFTER_DATA : State.DATA;
            } else {
                control(received[at]);
                at++;
            }
        }
        return end;
    }

    private void control(byte b) throws IOException {
        switch (state) {
            case SIZE -> size(b);
            case EXTENSION -> state = b == '\n' ? afterSize() : State.EXTENSION;
            case AFTER_DATA -> state = b == '\n' ? State.SIZE : State.AFTER_DATA;
            case DATA, END -> {}
        }
    }

    private void size(byte b) throws IOException {
        int digit = Character.digit(b, 16);
        if (digit >= 0) {
            left = left * 16 + digit;
        } else if (b == '\n') {
            state = afterSize();
        } else if (b == ';' || b == '\r') {
            state = State.EXTENSION;
        } else {
            throw new IOException("a chunk's size holds the byte " + b);
        }
    }

    private State afterSize() {
        return left == 0 ? State.END : State.DATA;
    }

    /// Whether the last chunk has come.
    boolean ended() {
        return state == State.END;
    }
}

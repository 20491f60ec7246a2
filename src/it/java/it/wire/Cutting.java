package it.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body that ends after a number of bytes, even in the middle of an event.
final class Cutting extends FilterInputStream {

    private int left;
    private int last = '\n';
    private int beforeLast = '\n';

    Cutting(InputStream in, int length) {
        super(in);
        left = length;
    }

    /// Sets a new end, counted from here.
    void endAfter(int length) {
        left = length;
    }

    /// Whether it ended in the middle of an event.
    boolean within() {
        return last != '\n' || beforeLast != '\n';
    }

    @Override
    public int read() throws IOException {
        throw new UnsupportedOperationException("one byte at a time");
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = super.read(buffer, from, Math.min(length, left));
        for (int i = from; i < from + count; i++) {
            beforeLast = last;
            last = buffer[i];
        }
        left -= Math.max(count, 0);
        return count;
    }
}

package it;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// A body in HTTP/1.1's chunked coding, which is complete only if it ends with a chunk of size zero.
final class Chunks extends InputStream {

    private final InputStream in;
    private int left;
    private boolean ended;

    Chunks(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (left == 0 && !ended) {
            begin();
        }
        if (ended) {
            return -1;
        }
        int count = in.read(buffer, from, Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the connection ended within a chunk");
        }
        left -= count;
        if (left == 0) {
            Connection.line(in);
        }
        return count;
    }

    private void begin() throws IOException {
        left = Integer.parseInt(Connection.line(in), 16);
        if (left == 0) {
            Connection.line(in);
            ended = true;
        }
    }
}

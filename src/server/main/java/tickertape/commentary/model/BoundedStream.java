package tickertape.commentary.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads so many bytes of another stream, and fails after them: an answer without end must not fill the memory. One
/// thread uses it.
final class BoundedStream extends FilterInputStream {

    private long left;

    BoundedStream(InputStream in, long longest) {
        super(in);
        left = longest;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(count);
        return count;
    }

    private void count(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("the answer does not end");
        }
    }
}

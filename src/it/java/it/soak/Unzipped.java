package it.soak;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks a gzip stream while its bytes arrive, and passes on at once what they stand for. One thread uses it.
final class Unzipped implements Consumer<ByteBuffer> {

    private static final int HEADER = 10;

    private final Consumer<ByteBuffer> next;
    private final Inflater inflater = new Inflater(true);
    private final byte[] plain = new byte[64 * 1024];
    private int header = HEADER;

    Unzipped(Consumer<ByteBuffer> next) {
        this.next = next;
    }

    @Override
    public void accept(ByteBuffer bytes) {
        int skipped = Math.min(header, bytes.remaining());
        header -= skipped;
        inflater.setInput(bytes.slice(bytes.position() + skipped, bytes.remaining() - skipped));
        try {
            for (int count = inflater.inflate(plain); count > 0; count = inflater.inflate(plain)) {
                next.accept(ByteBuffer.wrap(plain, 0, count));
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("no gzip", e);
        }
    }
}

package tickertape.client.connection;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// What a compressed body stands for. It waits for nothing before it is read; one thread reads.
final class GzipBody extends InputStream {

    private static final int BUFFER = 8 * 1024;

    private final InputStream compressed;
    private @Nullable InputStream plain;

    GzipBody(InputStream compressed) {
        this.compressed = compressed;
    }

    @Override
    public int read() throws IOException {
        return plain().read();
    }

    @Override
    public int read(byte[] target, int offset, int most) throws IOException {
        return plain().read(target, offset, most);
    }

    private InputStream plain() throws IOException {
        InputStream begun = plain;
        if (begun == null) {
            begun = new GZIPInputStream(compressed, BUFFER);
            plain = begun;
        }
        return begun;
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }
}

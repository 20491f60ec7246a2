package it;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// What a gzip stream stands for, as far as it has come. The JDK's own stream says that more is there even
/// where reading on would wait, and whoever makes characters of it waits until thousands have come.
public final class Unpacked extends GZIPInputStream {

    /// Waits for the first bytes.
    public Unpacked(InputStream packed) throws IOException {
        super(packed);
    }

    @Override
    public int available() {
        return 0;
    }
}

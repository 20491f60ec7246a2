package tickertape.web.filter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import tickertape.web.rest.ETag;

/// This application's own files as gzip, each compressed when it is first asked for and then kept.
///
/// By their contents, not by their paths: many paths lead to one file (`/core//dom.js`), and a file can change under a
/// server that is developed on. So there are never more than there are files. Any thread may ask.
final class GzipCache {

    private final Map<ETag, byte[]> known = new ConcurrentHashMap<>();

    /// The same array each time, not to be written to.
    byte[] of(ETag tag, byte[] content) {
        return known.computeIfAbsent(tag, unknown -> zip(content));
    }

    private static byte[] zip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}

package tickertape.web.filter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import tickertape.web.rest.ETag;

/// Caches the files of this application as gzip; each is compressed on its first request.
///
/// The key is the content and not the path: many paths lead to one file (`/core//dom.js`), and a file can change
/// while a developer works on it. So there are never more entries than files. Safe for any thread.
final class GzipCache {

    private final Map<ETag, byte[]> known = new ConcurrentHashMap<>();

    /// Returns the same array each time; do not change it.
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

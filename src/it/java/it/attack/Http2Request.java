package it.attack;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The bytes of requests over HTTP/2 whose responses the client does not take: its window is zero (RFC 9113, 6.9.2).
final class Http2Request {

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int END_STREAM_AND_HEADERS = 5;
    private static final int INITIAL_WINDOW_SIZE = 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private Http2Request() {}

    /// So many GETs of these paths in turn, on one connection.
    ///
    /// @return their bytes, each as one character
    static String withoutWindow(int requests, String... paths) {
        var connection = new Http2Request();
        try {
            connection.out.writeBytes(PREFACE);
            connection.settings();
            for (int i = 0; i < requests; i++) {
                connection.frame(HEADERS, END_STREAM_AND_HEADERS, 2 * i + 1, headers(paths[i % paths.length]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return connection.bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private void settings() throws IOException {
        frame(SETTINGS, 0, 0, new byte[] {0, INITIAL_WINDOW_SIZE, 0, 0, 0, 0});
    }

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        out.writeByte(0);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
    }

    /// In HPACK (RFC 7541): indexed are GET and https, literal the path and the authority.
    private static byte[] headers(String path) throws IOException {
        var block = new ByteArrayOutputStream();
        block.write(0x82);
        block.write(0x87);
        literal(block, 4, path);
        literal(block, 1, "localhost");
        return block.toByteArray();
    }

    private static void literal(ByteArrayOutputStream block, int name, String value) throws IOException {
        block.write(name);
        block.write(value.length());
        block.write(value.getBytes(StandardCharsets.US_ASCII));
    }
}

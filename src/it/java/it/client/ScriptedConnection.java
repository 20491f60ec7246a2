package it.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// One client of a [ScriptedStream]; used by one thread.
final class ScriptedConnection {

    private final Socket socket;
    private final OutputStream out;
    private final Runnable left;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private Optional<GZIPOutputStream> packer = Optional.empty();
    private boolean started;

    /// @param left called when the client has closed the connection
    ScriptedConnection(Socket socket, Runnable left) throws IOException {
        this.socket = socket;
        this.left = left;
        out = socket.getOutputStream();
    }

    /// Reads the head of the request.
    String request() throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("the client left in the middle of its request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /// Sends an answer that is not a stream.
    void answer(String head, String body) throws IOException {
        String fields = head.replace("\n", "\r\n");
        int length = body.getBytes(UTF_8).length;
        write("%s\r\nContent-Length: %s\r\nConnection: close\r\n\r\n%s".formatted(fields, length, body));
    }

    /// Sends frames of an event stream.
    void say(String frames) throws IOException {
        if (!started) {
            started = true;
            begin("");
        }
        write(Integer.toHexString(frames.getBytes(UTF_8).length) + "\r\n" + frames + "\r\n");
    }

    private void begin(String more) throws IOException {
        write("""
                HTTP/1.1 200 OK
                Content-Type: text/event-stream;charset=UTF-8
                %sTransfer-Encoding: chunked

                """.formatted(more).replace("\n", "\r\n"));
    }

    /// Sends frames of an event stream as gzip, which can be unpacked at once.
    void sayPacked(String frames) throws IOException {
        if (!started) {
            started = true;
            begin("Content-Encoding: gzip\n");
            packer = Optional.of(new GZIPOutputStream(packed, true));
        }
        GZIPOutputStream gzip = packer.orElseThrow();
        gzip.write(frames.getBytes(UTF_8));
        gzip.flush();
        sendPacked();
    }

    /// Ends a packed stream properly.
    void endPacked() throws IOException {
        packer.orElseThrow().finish();
        sendPacked();
        end();
    }

    private void sendPacked() throws IOException {
        write(Integer.toHexString(packed.size()) + "\r\n");
        packed.writeTo(out);
        packed.reset();
        write("\r\n");
    }

    /// Ends the stream properly; without this, it is cut.
    void end() throws IOException {
        write("0\r\n\r\n");
    }

    /// Makes the connection end as if the server had crashed.
    void crash() throws IOException {
        socket.setSoLinger(true, 0);
    }

    /// Waits until the client leaves.
    void stay() throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // The client sends nothing more.
        }
        left.run();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }
}

package it.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/// One client of a [ScriptedStream]; one thread speaks to it.
final class ScriptedConnection {

    private final Socket socket;
    private final OutputStream out;
    private final Runnable left;
    private boolean welcomed;

    /// @param left called when the client has gone by itself
    ScriptedConnection(Socket socket, Runnable left) throws IOException {
        this.socket = socket;
        this.left = left;
        out = socket.getOutputStream();
    }

    /// Everything up to the empty line.
    String request() throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("the client left within its request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /// An answer that is no stream.
    void answer(String head, String body) throws IOException {
        String fields = head.replace("\n", "\r\n");
        int length = body.getBytes(UTF_8).length;
        write("%s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s".formatted(fields, length, body));
    }

    /// Frames of an event stream.
    void say(String frames) throws IOException {
        if (!welcomed) {
            welcomed = true;
            write("""
                    HTTP/1.1 200 OK
                    Content-Type: text/event-stream;charset=UTF-8
                    Transfer-Encoding: chunked

                    """.replace("\n", "\r\n"));
        }
        write("%x\r\n%s\r\n".formatted(frames.getBytes(UTF_8).length, frames));
    }

    /// The end of the stream, as HTTP has it; without this, it is cut.
    void end() throws IOException {
        write("0\r\n\r\n");
    }

    /// The end of the connection, as a crash has it.
    void crash() throws IOException {
        socket.setSoLinger(true, 0);
    }

    /// Waits until the client goes.
    void stay() throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // It has nothing more to say.
        }
        left.run();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }
}

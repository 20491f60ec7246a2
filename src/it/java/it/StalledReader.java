package it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/// A subscriber that opens the stream and never reads a byte of it.
public record StalledReader(Socket socket) implements AutoCloseable {

    // The smaller it is, the earlier the server's own buffer is full.
    private static final int RECEIVE_BUFFER = 1024;

    public static StalledReader open(URI uri) {
        var socket = new Socket();
        try {
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            Connection.ask(socket, "GET", uri, Connection.target(uri));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StalledReader(socket);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

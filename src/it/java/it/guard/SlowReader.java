package it.guard;

import it.Connection;
import it.Event;
import it.EventParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A subscriber that reads only when and as much as the test says.
record SlowReader(Socket socket, InputStream body, ByteArrayOutputStream taken) implements AutoCloseable {

    // The smaller it is, the earlier the server's own buffer is full.
    private static final int RECEIVE_BUFFER = 4096;

    static SlowReader open(URI uri) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        socket.setSoTimeout(60_000);
        Connection connection = Connection.over(socket, uri);
        return new SlowReader(socket, connection.body(), new ByteArrayOutputStream());
    }

    void take(int bytes) throws IOException {
        byte[] some = body.readNBytes(bytes);
        taken.write(some);
    }

    /// All complete events that were read.
    List<Event> events() throws IOException {
        var parser = new EventParser(new ByteArrayInputStream(taken.toByteArray()));
        var events = new ArrayList<Event>();
        for (Optional<Event> event = parser.next(); event.isPresent(); event = parser.next()) {
            events.add(event.get());
        }
        return events;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

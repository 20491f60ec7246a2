package it.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/// A server that sends back what each client sends.
record Echo(ServerSocket door) implements AutoCloseable {

    static Echo start() throws IOException {
        var echo = new Echo(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(echo::acceptAll);
        return echo;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:%s/".formatted(door.getLocalPort()));
    }

    private void acceptAll() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> repeat(client));
            } catch (IOException closed) {
                // The loop's condition ends the loop.
            }
        }
    }

    private static void repeat(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException clientIsGone) {
            // The client has gone.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

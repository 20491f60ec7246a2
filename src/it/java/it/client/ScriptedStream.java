package it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that plays one script for each connection, the last one again and again.
final class ScriptedStream implements AutoCloseable {

    /// What happens on one connection; when it returns, the connection is closed.
    interface Script {
        void play(ScriptedConnection connection) throws IOException;
    }

    private final ServerSocket listener = new ServerSocket();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger left = new AtomicInteger();
    private final List<Script> scenes;

    ScriptedStream(Script... scenes) throws IOException {
        this(0, scenes);
    }

    /// @param port 0 for any
    ScriptedStream(int port, Script... scenes) throws IOException {
        this.scenes = List.of(scenes);
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().name("listener").start(this::acceptAll);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:%s/".formatted(listener.getLocalPort()));
    }

    /// The heads of all requests so far.
    List<String> requests() {
        return List.copyOf(requests);
    }

    /// How many clients have closed their connection.
    int left() {
        return left.get();
    }

    private void acceptAll() {
        for (int number = 0; !listener.isClosed(); number++) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                Script scene = scenes.get(Math.min(number, scenes.size() - 1));
                Thread.ofVirtual().name("scene").start(() -> play(scene, socket));
            } catch (IOException closed) {
                // The loop's condition sees it.
            }
        }
    }

    private void play(Script scene, Socket socket) {
        try (socket) {
            var connection = new ScriptedConnection(socket, left::incrementAndGet);
            requests.add(connection.request());
            scene.play(connection);
        } catch (IOException clientIsGone) {
            left.incrementAndGet();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

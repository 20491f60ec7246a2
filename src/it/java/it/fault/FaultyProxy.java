package it.fault;

import it.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A proxy in front of a server that passes everything on, and on demand simulates faults of a network.
///
/// The test's thread controls it; its own virtual threads copy the bytes. Closing it breaks all its connections.
public final class FaultyProxy implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final URI server;
    // Fixed, because clients must find it again after it has refused connections.
    private final int port = FreePorts.find().http();
    private final Set<ProxiedConnection> lines = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = new Fault.None();
    private ServerSocket door;
    private Thread doorkeeper = Thread.currentThread();

    public FaultyProxy(URI server) {
        this.server = server;
        door = listen();
    }

    /// The address for clients.
    public URI uri() {
        return URI.create("http://127.0.0.1:%s/".formatted(port));
    }

    /// The connections that are open through it right now.
    public List<ProxiedConnection> lines() {
        return List.copyOf(lines);
    }

    /// Applies this fault to all connections, existing and new ones, until the next call.
    public void suffer(Fault newFault) {
        fault = newFault;
        if (newFault instanceof Fault.Refuse) {
            refuse();
        } else if (door.isClosed()) {
            door = listen();
        }
        lines.forEach(line -> line.suffer(newFault));
    }

    /// Breaks all existing connections, and lets new ones pass.
    public void cutAll() {
        suffer(new Fault.None());
        lines.forEach(ProxiedConnection::close);
    }

    @Override
    public void close() {
        refuse();
        fault = new Fault.Refuse();
        lines.forEach(ProxiedConnection::close);
    }

    private ServerSocket listen() {
        try {
            var opened = new ServerSocket(port, BACKLOG, InetAddress.getByName(uri().getHost()));
            doorkeeper = Thread.ofVirtual().name("door of " + port).start(() -> acceptAll(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A port is closed only when no thread waits in `accept` any more.
    private void refuse() {
        Sockets.close(door);
        try {
            doorkeeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptAll(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket client = opened.accept();
                Thread.ofVirtual().name("greeter").start(() -> greet(client));
            } catch (IOException closed) {
                // The loop's condition ends the loop.
            }
        }
    }

    private void greet(Socket client) {
        try {
            switch (fault) {
                case Fault.Answer answer -> answer(client, answer);
                case Fault.Refuse _ -> client.close();
                case Fault.None _, Fault.Cut _, Fault.Stall _, Fault.Delay _ -> connect(client);
            }
        } catch (IOException clientOrServerIsGone) {
            Sockets.close(client);
        }
    }

    private void connect(Socket client) throws IOException {
        var line = new ProxiedConnection(client, new Socket(server.getHost(), server.getPort()), lines::remove);
        lines.add(line);
        // Read the fault after adding the connection: one that was set just before is applied here.
        line.suffer(fault);
        line.open();
    }

    private static void answer(Socket client, Fault.Answer answer) throws IOException {
        try (client) {
            awaitRequest(client.getInputStream());
            client.getOutputStream().write(answer.bytes());
        }
    }

    // Reads the head of a request without body: closing before everything is read would reset the connection.
    private static void awaitRequest(InputStream in) throws IOException {
        byte[] end = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        int matched = 0;
        while (matched < end.length) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client left within its request");
            }
            matched = next == end[matched] ? matched + 1 : next == end[0] ? 1 : 0;
        }
    }
}

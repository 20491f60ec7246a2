package it.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.Consumer;

/// One connection through a [FaultyProxy], with a virtual thread for each direction. It ends for both sides at once.
public final class ProxiedConnection {

    private static final int CHUNK = 16 * 1024;

    private final Socket client;
    private final Socket server;
    private final Valve valve = new Valve();
    private final Consumer<ProxiedConnection> afterwards;

    /// @param afterwards called when the connection has ended, perhaps twice
    ProxiedConnection(Socket client, Socket server, Consumer<ProxiedConnection> afterwards) {
        this.client = client;
        this.server = server;
        this.afterwards = afterwards;
    }

    void open() {
        Thread.ofVirtual().name("up").start(() -> pass(client, server, valve::up));
        Thread.ofVirtual().name("down").start(() -> pass(server, client, valve::down));
    }

    /// Applies a fault from now on; [Fault.Answer] and [Fault.Refuse] break a connection that is open already.
    public void suffer(Fault fault) {
        switch (fault) {
            case Fault.None _, Fault.Cut _, Fault.Stall _, Fault.Delay _ -> valve.turn(fault);
            case Fault.Answer _, Fault.Refuse _ -> close();
        }
    }

    private void pass(Socket from, Socket to, Passage passage) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int length = in.read(chunk);
            while (length >= 0 && passage.pass(chunk, length, out)) {
                length = in.read(chunk);
            }
        } catch (IOException ended) {
            // One side has closed; the other one is closed below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    void close() {
        valve.close();
        Sockets.close(client);
        Sockets.close(server);
        afterwards.accept(this);
    }

    /// One direction of the valve.
    private interface Passage {
        boolean pass(byte[] bytes, int length, OutputStream out) throws IOException, InterruptedException;
    }
}

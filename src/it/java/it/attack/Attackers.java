package it.attack;

import it.LibertyServer;
import it.guard.Trusting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// The connections of one attack, held open until it ends.
record Attackers(List<Socket> sockets) implements AutoCloseable {

    // The smaller it is, the earlier the server's own buffer is full.
    private static final int RECEIVE_BUFFER = 4096;

    /// Makes unconnected sockets that speak plain text.
    static Supplier<Socket> plain() {
        return Socket::new;
    }

    /// Makes unconnected sockets that speak HTTP/2 over TLS.
    static Supplier<Socket> http2(LibertyServer server, String password) {
        try {
            return http2(Trusting.context(server, password));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Makes unconnected sockets that speak HTTP/2 over TLS.
    ///
    /// @param context trusts the server
    static Supplier<Socket> http2(SSLContext context) {
        return () -> {
            try {
                var socket = (SSLSocket) context.getSocketFactory().createSocket();
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {"h2"});
                socket.setSSLParameters(parameters);
                return socket;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    static Attackers connect(URI target, Supplier<Socket> unconnected, Attack attack) {
        var sockets = new ArrayList<Socket>();
        var attackers = new Attackers(sockets);
        try {
            for (int i = 0; i < attack.connections(); i++) {
                Socket socket = unconnected.get();
                sockets.add(socket);
                socket.setReceiveBufferSize(RECEIVE_BUFFER);
                socket.connect(new InetSocketAddress(target.getHost(), target.getPort()));
                socket.getOutputStream().write(attack.request().getBytes(StandardCharsets.ISO_8859_1));
            }
            return attackers;
        } catch (IOException e) {
            attackers.close();
            throw new UncheckedIOException("%s: %s".formatted(attack, e), e);
        }
    }

    @Override
    public void close() {
        for (Socket socket : sockets) {
            try {
                // Closing a TLS connection properly would wait for the server.
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException closedByTheServer) {
                // Then there is nothing to close.
            }
        }
    }
}

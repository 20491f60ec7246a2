package it.attack;

import it.LibertyServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// What hostile clients send, each the same on a connection of its own, before they read nothing.
///
/// @param secure whether over TLS, with HTTP/2
record Attack(String name, boolean secure, byte[] request, int connections) {

    /// Requests over HTTP/1.1, sent one after the other at once.
    static Attack pipelined(int connections, int requests, String method, String path) {
        String request = "%s %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(method, path);
        return new Attack(
                "%d × %d %s %s".formatted(connections, requests, method, path),
                false,
                ascii(request.repeat(requests)),
                connections);
    }

    /// A request that asks for HTTP/2 without TLS.
    static Attack upgrading(int connections, String path) {
        String request = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";
        return new Attack(
                "%d × upgrade of %s to HTTP/2".formatted(connections, path),
                false,
                ascii(request.formatted(path)),
                connections);
    }

    /// A write whose body does not come.
    static Attack withoutBody(int connections, String path) {
        String request = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 5000\r\n\r\n{";
        return new Attack(
                "%d × POST %s without its body".formatted(connections, path),
                false,
                ascii(request.formatted(path)),
                connections);
    }

    /// Requests over HTTP/2 whose responses have no window.
    static Attack withoutWindow(int connections, int requests, String path) {
        return new Attack(
                "%d × %d GET %s over HTTP/2 without a window".formatted(connections, requests, path),
                true,
                Http2Request.withoutWindow(path, requests),
                connections);
    }

    Attackers begin(LibertyServer server, String password) {
        URI target = secure ? server.secureUri("") : server.uri();
        return Attackers.connect(target, secure ? Attackers.http2(server, password) : Attackers.plain(), this);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return name;
    }
}

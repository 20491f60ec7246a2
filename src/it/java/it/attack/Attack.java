package it.attack;

import it.LibertyServer;
import java.net.URI;

/// What hostile clients send, each the same on a connection of its own, before they read nothing.
///
/// @param secure whether over TLS, with HTTP/2
/// @param request its bytes, each as one character
record Attack(String name, boolean secure, String request, int connections) {

    /// Requests over HTTP/1.1, sent one after the other at once.
    static Attack pipelined(int connections, int requests, String method, String path) {
        return new Attack(
                "%s × %s %s %s".formatted(connections, requests, method, path),
                false,
                request(method, path).repeat(requests),
                connections);
    }

    /// Requests for health over HTTP/1.1, each behind another request whose response is in its way.
    static Attack pipelinedBefore(int connections, int requests, String path) {
        return new Attack(
                "%s × %s GET %s, then health".formatted(connections, requests, path),
                false,
                (request("GET", path) + request("GET", "/health/live")).repeat(requests),
                connections);
    }

    /// A request that asks for HTTP/2 without TLS.
    static Attack upgrading(int connections, String path) {
        return new Attack(
                "%s × upgrade of %s to HTTP/2".formatted(connections, path),
                false,
                request(
                        "GET",
                        path,
                        "Connection: Upgrade, HTTP2-Settings",
                        "Upgrade: h2c",
                        "HTTP2-Settings: AAMAAABkAAQAAP__"),
                connections);
    }

    /// A write whose body does not come.
    static Attack withoutBody(int connections, String path) {
        return new Attack(
                "%s × POST %s without its body".formatted(connections, path),
                false,
                request("POST", path, "Content-Type: application/json", "Content-Length: 5000"),
                connections);
    }

    /// Requests over HTTP/2 whose responses have no window.
    ///
    /// @param paths requested in turn
    static Attack withoutWindow(int connections, int requests, String... paths) {
        return new Attack(
                "%s × %s GET %s over HTTP/2 without a window"
                        .formatted(connections, requests, String.join(" and ", paths)),
                true,
                Http2Request.withoutWindow(requests, paths),
                connections);
    }

    Attackers begin(LibertyServer server, String password) {
        URI target = secure ? server.secureUri("") : server.uri();
        return Attackers.connect(target, secure ? Attackers.http2(server, password) : Attackers.plain(), this);
    }

    private static String request(String method, String path, String... headers) {
        var request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    @Override
    public String toString() {
        return name;
    }
}

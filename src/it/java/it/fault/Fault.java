package it.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What a [FaultyProxy] does to connections.
public sealed interface Fault {

    /// Everything passes without delay.
    record None() implements Fault {}

    /// The connection ends for both sides after this many more bytes of the server, counted from the next occurrence of
    /// a text.
    ///
    /// @param after the text that the server must send first; none if empty
    record Cut(String after, int bytes) implements Fault {
        public Cut {
            if (bytes < 0) {
                throw new IllegalArgumentException("a cut lies %s bytes back".formatted(bytes));
            }
        }
    }

    /// Nothing passes, and the connection stays open: a dead connection that nobody has noticed.
    record Stall() implements Fault {}

    /// What the server sends passes with this delay.
    record Delay(Duration time) implements Fault {}

    /// The proxy answers new connections itself, and ends them; existing ones are broken.
    ///
    /// @param head the status line and the header fields, separated by line feeds
    record Answer(String head, String body) implements Fault {

        public static Answer unavailable() {
            return new Answer("HTTP/1.1 503 Service Unavailable\nContent-Type: text/plain", "Overloaded");
        }

        public static Answer unavailableFor(Duration time) {
            return new Answer(unavailable().head + "\nRetry-After: " + time.toSeconds(), "Overloaded");
        }

        /// A web page in place of a stream, as the login pages of hotels and trains send it.
        public static Answer page() {
            return new Answer("HTTP/1.1 200 OK\nContent-Type: text/html", "<!doctype html><title>Welcome</title>");
        }

        byte[] bytes() {
            String fields = head.replace("\n", "\r\n");
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            return "%s\r\nContent-Length: %s\r\nConnection: close\r\n\r\n%s"
                    .formatted(fields, length, body)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /// New connections are refused; existing ones are broken.
    record Refuse() implements Fault {}
}

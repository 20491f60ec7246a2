package it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import it.Connection;
import it.LibertyServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// How a stream is transported.
enum Transport {
    /// Without TLS, in chunks, each stream on a connection of its own.
    HTTP_1_1 {
        @Override
        Recorder open(LibertyServer server, String path) {
            Connection connection = Connection.get(server.uri(path));
            assertThat(connection.status()).isEqualTo(200);
            assertThat(connection.header("Content-Type")).hasValue(EVENT_STREAM);
            assertThat(connection.header("Content-Length")).isEmpty();
            return new Recorder(connection.body(), connection);
        }
    },
    /// The same as gzip.
    HTTP_1_1_GZIP {
        @Override
        Recorder open(LibertyServer server, String path) throws IOException {
            Connection connection = Connection.get(server.uri(path), "Accept-Encoding", "gzip");
            assertThat(connection.header("Content-Type")).hasValue(EVENT_STREAM);
            assertThat(connection.header("Content-Encoding")).hasValue("gzip");
            return new Recorder(connection.decoded(), connection);
        }
    },
    /// Over TLS, all streams on one connection.
    HTTP_2 {
        @Override
        Recorder open(LibertyServer server, String path) {
            var request = HttpRequest.newBuilder(server.secureUri(path)).build();
            HttpResponse<InputStream> response =
                    CLIENT.sendAsync(request, BodyHandlers.ofInputStream()).join();
            assertThat(response.version()).isEqualTo(Version.HTTP_2);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue(EVENT_STREAM);
            assertThat(response.headers().map())
                    .as("HTTP/2 knows no such fields")
                    .doesNotContainKeys("transfer-encoding", "connection", "keep-alive");
            return new Recorder(response.body(), response.body());
        }
    };

    private static final String EVENT_STREAM = "text/event-stream";
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(Version.HTTP_2)
            .sslContext(Gullible.context())
            .build();

    /// Opens a stream and checks the head of the response.
    abstract Recorder open(LibertyServer server, String path) throws IOException;
}

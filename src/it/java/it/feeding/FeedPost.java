package it.feeding;

import it.Patience;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// One request of a feeder, whose body is written piece by piece.
final class FeedPost implements AutoCloseable {

    private static final int PATIENCE_MILLIS = Math.toIntExact(Patience.LONG.toMillis());

    private final HttpURLConnection connection;
    private final OutputStream body;

    private FeedPost(URI uri, String type, String coding, String... credential) throws IOException {
        connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(0);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestProperty("Content-Type", type);
        if (!coding.isEmpty()) {
            connection.setRequestProperty("Content-Encoding", coding);
        }
        for (int i = 0; i < credential.length; i += 2) {
            connection.setRequestProperty(credential[i], credential[i + 1]);
        }
        body = coding.equals("gzip")
                ? new GZIPOutputStream(connection.getOutputStream(), true)
                : connection.getOutputStream();
    }

    static FeedPost open(URI uri, String... credential) throws IOException {
        return new FeedPost(uri, "application/x-ndjson", "", credential);
    }

    static FeedPost zipped(URI uri, String... credential) throws IOException {
        return new FeedPost(uri, "application/x-ndjson", "gzip", credential);
    }

    static FeedPost typed(URI uri, String type, String coding, String... credential) throws IOException {
        return new FeedPost(uri, type, coding, credential);
    }

    static String trade(String symbol, String price, String size) {
        return "{\"symbol\":\"%s\",\"price\":%s,\"size\":%s}".formatted(symbol, price, size);
    }

    /// A trade with a number.
    static String seq(long seq, String symbol) {
        return "{\"symbol\":\"%s\",\"price\":1,\"size\":1,\"seq\":%s}".formatted(symbol, Long.toString(seq));
    }

    /// Writes lines, and sees to it that they go out.
    FeedPost send(String... lines) throws IOException {
        for (String line : lines) {
            body.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        body.flush();
        return this;
    }

    /// Ends the body, and waits for the status.
    int status() throws IOException {
        body.close();
        return connection.getResponseCode();
    }

    /// Ends the body, and waits for the answer, good or bad.
    JsonObject answer() throws IOException {
        boolean good = status() == HttpURLConnection.HTTP_OK;
        try (InputStream in = good ? connection.getInputStream() : connection.getErrorStream();
                var reader =
                        Json.createReader(new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}

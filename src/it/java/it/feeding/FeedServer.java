package it.feeding;

import it.Http;
import it.Instruments;
import it.Issuer;
import it.LibertyServer;
import it.Quotes;
import it.identity.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A server whose market others move, and who may do so.
record FeedServer(LibertyServer server, Issuer issuer) implements AutoCloseable {

    static FeedServer start(Map<String, String> more) {
        Issuer issuer = Issuer.start();
        var settings = new TreeMap<>(more);
        settings.put("FEED_SOURCE", "http");
        settings.put("IDENTITY_JWT_ISSUER", issuer.id());
        settings.put("IDENTITY_JWT_AUDIENCE", Issuer.AUDIENCE);
        settings.put("REST_WRITES_PER_MINUTE", "100000");
        return new FeedServer(LibertyServer.start(settings), issuer);
    }

    String token() {
        return token(issuer, "feed", Optional.of("feeder"));
    }

    static String token(Issuer issuer, String scopes, Optional<String> right) {
        var claims = issuer.claims("feeder", scopes);
        right.ifPresent(word -> claims.add("roles", Json.createArrayBuilder().add(word)));
        return issuer.key().sign(claims.build());
    }

    String[] credential() {
        return bearer(token());
    }

    static String[] bearer(String token) {
        return Member.robot(URI.create("http://127.0.0.1/"), token).credential();
    }

    URI feed(String query) {
        return server.uri("api/feed" + query);
    }

    boolean hasQuote(String symbol) {
        return Quotes.has(server.uri(), symbol);
    }

    JsonObject quote(String symbol) {
        return Quotes.of(server.uri(), symbol);
    }

    /// What the server says of a source that it knows.
    JsonObject source(String name) {
        String all = Http.get(feed(""), credential()).body();
        return Instruments.array(all).getValuesAs(JsonObject.class).stream()
                .filter(source -> source.getString("source").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + all));
    }

    @Override
    public void close() {
        server.close();
    }
}

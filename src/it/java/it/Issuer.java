package it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/// A company's issuer of tokens (JWT) for services: it signs them, and publishes its key at an HTTP server of its own.
public final class Issuer {

    /// What its tokens are for.
    public static final String AUDIENCE = "tickertape";

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final AtomicInteger keys = new AtomicInteger();
    private volatile Key key = unpublished();
    private volatile boolean away;

    private Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /// One that runs as long as the tests.
    public static Issuer start() {
        return new Issuer();
    }

    /// The `iss` of its tokens.
    public String id() {
        return "http://127.0.0.1:%s".formatted(server.getAddress().getPort());
    }

    /// Signs with another key from now on, and publishes only that.
    public void rotate() {
        key = unpublished();
    }

    /// A key that it does not publish.
    public Key unpublished() {
        return Key.make("key-" + keys.incrementAndGet());
    }

    /// From now on it ends connections unanswered, or answers again.
    public void away(boolean gone) {
        away = gone;
    }

    /// The key that it signs with.
    public Key key() {
        return key;
    }

    /// Claims that are good from now on for ten minutes, with scopes such as `read trade`.
    public JsonObjectBuilder claims(String subject, String scopes) {
        long now = Instant.now().getEpochSecond();
        return Json.createObjectBuilder()
                .add("iss", id())
                .add("aud", AUDIENCE)
                .add("sub", subject)
                .add("preferred_username", subject)
                .add("scope", scopes)
                .add("iat", now)
                .add("exp", now + 600);
    }

    /// A token of somebody, which is good.
    public String token(String subject, String scopes) {
        return key.sign(claims(subject, scopes).build());
    }

    /// A token of somebody that is good for an hour: a soak takes longer than the usual ten minutes.
    public String lastingToken(String subject, String scopes) {
        return key.sign(claims(subject, scopes)
                .add("exp", Instant.now().getEpochSecond() + 3600)
                .build());
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!away) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> {
                    String keys = id() + "/keys";
                    respond(
                            exchange,
                            Json.createObjectBuilder().add("issuer", id()).add("jwks_uri", keys));
                }
                case "/keys" ->
                    respond(
                            exchange,
                            Json.createObjectBuilder()
                                    .add("keys", Json.createArrayBuilder().add(key.published())));
                default -> exchange.sendResponseHeaders(NOT_FOUND, -1);
            }
        }
        exchange.close();
    }

    private static void respond(HttpExchange exchange, JsonObjectBuilder document) throws IOException {
        byte[] body = document.build().toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(OK, body.length);
        exchange.getResponseBody().write(body);
    }

    /// A key to sign tokens with (RS256).
    public record Key(String id, KeyPair pair) {

        static Key make(String id) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return new Key(id, generator.generateKeyPair());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /// A token with these claims.
        public String sign(JsonObject claims) {
            return sign(header("RS256"), claims);
        }

        /// Its header, with an algorithm that it may not even be for.
        public JsonObject header(String algorithm) {
            return Json.createObjectBuilder()
                    .add("alg", algorithm)
                    .add("kid", id)
                    .build();
        }

        public String sign(JsonObject header, JsonObject claims) {
            String text = encoded(header) + "." + encoded(claims);
            try {
                Signature signature = Signature.getInstance("SHA256withRSA");
                signature.initSign(pair.getPrivate());
                signature.update(text.getBytes(StandardCharsets.US_ASCII));
                return text + "." + base64(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private JsonObject published() {
            var open = (RSAPublicKey) pair.getPublic();
            return Json.createObjectBuilder()
                    .add("kty", "RSA")
                    .add("use", "sig")
                    .add("kid", id)
                    .add("n", base64(unsigned(open.getModulus())))
                    .add("e", base64(unsigned(open.getPublicExponent())))
                    .build();
        }

        private static byte[] unsigned(BigInteger number) {
            byte[] bytes = number.toByteArray();
            return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        }
    }

    /// A part of a token.
    public static String encoded(JsonObject part) {
        return base64(part.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Bytes as tokens have them.
    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

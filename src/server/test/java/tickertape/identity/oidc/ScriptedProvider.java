package tickertape.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A provider that lets everybody in, says what a test wants, and notes what it was asked.
final class ScriptedProvider implements AutoCloseable {

    static final String CLIENT = "tickertape";
    static final String CODE = "c0de";

    private static final RSAKey KEY = key();

    private final HttpServer server;
    final Map<String, Object> document = new ConcurrentHashMap<>();
    final Map<String, String> form = new ConcurrentHashMap<>();
    volatile String authorization = "";
    volatile int status = 200;
    volatile @Nullable String body;
    volatile boolean away;
    volatile Map<String, String> query = Map.of();
    volatile UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();

    ScriptedProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        document.put("issuer", root());
        document.put("authorization_endpoint", root() + "/authorize");
        document.put("token_endpoint", root() + "/token");
        document.put("jwks_uri", root() + "/keys");
    }

    String root() {
        return "http://127.0.0.1:%s".formatted(server.getAddress().getPort());
    }

    /// A visitor comes with this address, and says yes.
    void visit(URI address) {
        query = values(address.getRawQuery());
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!away) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" ->
                    respond(exchange, 200, JSONObjectUtils.toJSONString(document));
                case "/keys" -> respond(exchange, 200, new JWKSet(KEY).toString());
                case "/token" -> token(exchange);
                default -> respond(exchange, 404, "{}");
            }
        }
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        form.putAll(values(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String scripted = body;
        if (scripted != null || status != 200) {
            respond(exchange, status, scripted == null ? "{}" : scripted);
            return;
        }
        respond(exchange, 200, JSONObjectUtils.toJSONString(new TreeMap<>(Map.of("id_token", idToken()))));
    }

    private String idToken() {
        Date now = Date.from(Instant.now());
        var says = new JWTClaimsSet.Builder()
                .issuer(root())
                .audience(CLIENT)
                .subject("ann@corp.example")
                .claim("nonce", query.get("nonce"))
                .claim("preferred_username", "ann")
                .issueTime(now)
                .expirationTime(Date.from(now.toInstant().plusSeconds(300)));
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
                claims.apply(says).build());
        try {
            jwt.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    static Map<String, String> values(String text) {
        var values = new HashMap<String, String>();
        values.putAll(Arrays.stream(text.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]))));
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void respond(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

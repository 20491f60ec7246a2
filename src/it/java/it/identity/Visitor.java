package it.identity;

import static it.identity.AccessIT.wantedToken;

import it.Issuer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Somebody who comes to a server, with or without something to prove who it is.
///
/// @param kind in words
/// @param scopes what its credential is good for
record Visitor(String kind, Worth worth, Set<String> scopes, Member member) {

    /// What its credential is worth.
    enum Worth {
        NOBODY,
        SESSION,
        ENDED_SESSION,
        TOKEN,
        NO_GOOD
    }

    private static final String ALL = "read feed trade";

    /// One of each kind.
    static List<Visitor> all(URI root, Issuer issuer) {
        Member owner = Member.signUp(root, Member.name());
        Stream<Visitor> tokens = Stream.of("read", "feed", "trade")
                .map(scope -> service(
                        "token to " + scope,
                        scope,
                        root,
                        Member.json(owner.post("api/tokens", wantedToken(scope)))
                                .getString("token")));
        Stream<Visitor> jwts = Stream.of("read", "feed", "trade", "", ALL)
                .map(scopes -> service("JWT to '%s'".formatted(scopes), scopes, root, issuer.token("service", scopes)));
        Stream<Visitor> people = Stream.of("moderator", "administrator", "feeder")
                .map(right -> service(
                        "JWT with the right " + right,
                        ALL,
                        root,
                        issuer.key()
                                .sign(issuer.claims(right, ALL)
                                        .add("roles", Json.createArrayBuilder().add(right))
                                        .build())));
        Stream<Visitor> others = Stream.of(
                new Visitor("nobody", Worth.NOBODY, Set.of(), new Member(root)),
                session("user", owner),
                session("other user", Member.signUp(root, Member.name())),
                endedSession(root),
                fraud("token that was revoked", root, revokedToken(root)));
        return Stream.of(others, tokens, jwts, people, frauds(root, issuer))
                .flatMap(kind -> kind)
                .toList();
    }

    private static Visitor endedSession(URI root) {
        Member member = Member.signUp(root, Member.name());
        Member old = member.thief();
        member.delete("api/session");
        return new Visitor("session that has ended", Worth.ENDED_SESSION, Set.of(), old);
    }

    private static String revokedToken(URI root) {
        Member owner = Member.signUp(root, Member.name());
        JsonObject made = Member.json(owner.post("api/tokens", wantedToken("read")));
        owner.delete("api/tokens/" + made.getString("id"));
        return made.getString("token");
    }

    private static Stream<Visitor> frauds(URI root, Issuer issuer) {
        Issuer.Key key = issuer.key();
        long now = Instant.now().getEpochSecond();
        JsonObject good = issuer.claims("service", ALL).build();
        String[] parts = key.sign(good).split("\\.", 3);
        var stranger = new Issuer.Key(key.id(), issuer.unpublished().pair());
        JsonObject critical = Json.createObjectBuilder(key.header("RS256"))
                .add("crit", Json.createArrayBuilder().add("exp"))
                .build();
        return Stream.of(
                fraud("expired", root, key.sign(with(good).add("exp", now - 300).build())),
                fraud(
                        "not yet valid",
                        root,
                        key.sign(with(good).add("nbf", now + 300).build())),
                fraud(
                        "clock 5 minutes fast",
                        root,
                        key.sign(with(good)
                                .add("iat", now + 300)
                                .add("exp", now + 900)
                                .build())),
                fraud(
                        "clock 5 minutes slow",
                        root,
                        key.sign(with(good)
                                .add("iat", now - 300)
                                .add("exp", now - 60)
                                .build())),
                fraud("without an end", root, key.sign(with(good).remove("exp").build())),
                fraud(
                        "wrong audience",
                        root,
                        key.sign(with(good).add("aud", "other").build())),
                fraud(
                        "wrong issuer",
                        root,
                        key.sign(with(good).add("iss", "https://id.example").build())),
                fraud("alg none", root, "%s.%s.".formatted(Issuer.encoded(key.header("none")), parts[1])),
                fraud("HS256 by the public key", root, macOf(key, good)),
                fraud(
                        "tampered",
                        root,
                        "%s.%s.%s"
                                .formatted(
                                        parts[0],
                                        Issuer.encoded(
                                                with(good).add("sub", "admin").build()),
                                        parts[2])),
                fraud("key of a stranger", root, stranger.sign(good)),
                fraud("key that nobody knows", root, issuer.unpublished().sign(good)),
                fraud("critical header", root, key.sign(critical, good)),
                fraud(
                        "huge",
                        root,
                        key.sign(with(good).add("groups", "g".repeat(9000)).build())),
                fraud("noise", root, "a.b.c"),
                fraud("token that nobody made", root, "ttk_0123456789abcdef." + "A".repeat(43)));
    }

    private static JsonObjectBuilder with(JsonObject claims) {
        return Json.createObjectBuilder(claims);
    }

    private static String macOf(Issuer.Key key, JsonObject claims) {
        String text = Issuer.encoded(key.header("HS256")) + "." + Issuer.encoded(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.pair().getPublic().getEncoded(), "HmacSHA256"));
            return text + "." + Issuer.base64(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Visitor session(String kind, Member member) {
        return new Visitor(kind, Worth.SESSION, Set.of("read", "feed", "trade"), member);
    }

    private static Visitor service(String kind, String scopes, URI root, String token) {
        return bearer(kind, Worth.TOKEN, Set.of(scopes.split(" ", -1)), root, token);
    }

    private static Visitor fraud(String kind, URI root, String token) {
        return bearer(kind, Worth.NO_GOOD, Set.of(), root, token);
    }

    private static Visitor bearer(String kind, Worth worth, Set<String> scopes, URI root, String token) {
        return new Visitor(kind, worth, scopes, Member.robot(root, token));
    }
}

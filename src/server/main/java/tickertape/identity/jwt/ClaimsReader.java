package tickertape.identity.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.identity.Caller;
import tickertape.identity.Scope;
import tickertape.web.Sha256;

/// Tells from the claims of a token who brings it, and whether it is good here and now. Safe for any thread.
final class ClaimsReader {

    private static final int LONGEST_SUBJECT = 255;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1,64}");
    private static final Predicate<String> RIGHT =
            Pattern.compile("[a-z][a-z0-9-]{0,31}").asMatchPredicate();
    /// Some never let a token end, and say the year 9999.
    private static final Duration FURTHEST = Duration.ofDays(3650);

    private final TrustedIssuer issuer;
    private final ClaimNames names;
    private final Duration skew;
    private final InstantSource clock;

    /// Which claims tell of the caller. A dot leads into an object: `realm_access.roles`.
    record ClaimNames(String name, String rights, String scopes) {}

    /// @param skew how far the clocks of the issuer and of this server may be apart
    ClaimsReader(TrustedIssuer issuer, ClaimNames names, Duration skew, InstantSource clock) {
        this.issuer = issuer;
        this.names = names;
        this.skew = skew;
        this.clock = clock;
    }

    /// @param token which the claims are of
    Caller caller(JWTClaimsSet claims, String token) throws InvalidTokenException {
        check(issuer.id().equals(claims.getIssuer()), "it is of another issuer");
        check(claims.getAudience().contains(issuer.audience()), "it is for another service");
        Instant now = clock.instant();
        Instant end = end(claims, now);
        checkBegun(claims.getNotBeforeTime(), now);
        checkBegun(claims.getIssueTime(), now);
        String subject = subject(claims);
        String id = Caller.ELSEWHERE + Sha256.base64Url(issuer.id() + '\n' + subject);
        return new Caller(
                id,
                name(claims, subject).orElse(id),
                words(claims, names.rights()).filter(RIGHT).collect(Collectors.toSet()),
                scopes(claims),
                Caller.ELSEWHERE + Sha256.base64Url(token),
                Optional.of(end));
    }

    // As long as requests with it pass, its streams stay open.
    private Instant end(JWTClaimsSet claims, Instant now) throws InvalidTokenException {
        Date says = claims.getExpirationTime();
        if (says == null || !now.isBefore(says.toInstant().plus(skew))) {
            throw new InvalidTokenException("it has expired, or says no end");
        }
        Instant end = says.toInstant().plus(skew);
        Instant furthest = now.plus(FURTHEST);
        return end.isBefore(furthest) ? end : furthest;
    }

    /// When the issuer has said so; now if it does not tell.
    Instant said(JWTClaimsSet claims) {
        Date issued = claims.getIssueTime();
        return issued == null ? clock.instant() : issued.toInstant();
    }

    private static String subject(JWTClaimsSet claims) throws InvalidTokenException {
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new InvalidTokenException("it does not say whose it is");
        }
        return subject;
    }

    private void checkBegun(@Nullable Date begin, Instant now) throws InvalidTokenException {
        check(begin == null || !begin.toInstant().isAfter(now.plus(skew)), "it is not good yet");
    }

    private Optional<String> name(JWTClaimsSet claims, String subject) {
        return Stream.of(find(claims.getClaims(), names.name()) instanceof String name ? name : "", subject)
                .filter(NAME.asMatchPredicate())
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    private Set<Scope> scopes(JWTClaimsSet claims) {
        return words(claims, names.scopes())
                .flatMap(word -> Scope.of(word).stream())
                .collect(Collectors.toSet());
    }

    /// A text with spaces between its words, or a list of them.
    private static Stream<String> words(JWTClaimsSet claims, String name) {
        return switch (find(claims.getClaims(), name)) {
            case String text -> Arrays.stream(text.split(" ", -1));
            case List<?> list -> list.stream().filter(String.class::isInstance).map(String.class::cast);
            case null, default -> Stream.empty();
        };
    }

    // Some have names that are URLs: first as it is, then the dots as the way into objects.
    private static @Nullable Object find(Map<?, ?> claims, String name) {
        int dot = name.indexOf('.');
        if (dot < 0 || claims.containsKey(name)) {
            return claims.get(name);
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, name.substring(dot + 1))
                : null;
    }

    private static void check(boolean good, String reason) throws InvalidTokenException {
        if (!good) {
            throw new InvalidTokenException(reason);
        }
    }
}

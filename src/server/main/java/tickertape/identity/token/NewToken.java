package tickertape.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tickertape.identity.Scope;

/// The body of a request for a token.
///
/// @param name what its owner tells it by
/// @param scopes what it is good for
/// @param expires when it ends; empty if never
public record NewToken(String name, List<String> scopes, Optional<Instant> expires) {

    private static final int LONGEST = 60;

    public NewToken {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the name of a token has 1 to %s characters".formatted(LONGEST));
        }
        scopes = List.copyOf(scopes);
        if (scopes.isEmpty()
                || scopes.stream().anyMatch(scope -> Scope.of(scope).isEmpty())) {
            throw new IllegalArgumentException("the scopes of a token are one or more of read, feed and trade");
        }
    }

    Set<Scope> scopeSet() {
        return scopes.stream().flatMap(text -> Scope.of(text).stream()).collect(Collectors.toUnmodifiableSet());
    }
}

package tickertape.identity.token;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tickertape.identity.Scope;

/// A token, as its owner sees it.
///
/// @param expires null if it has no end
/// @param token the token itself, once: when it was just made; null afterwards
public record TokenInfo(
        String id,
        String name,
        List<String> scopes,
        Instant created,
        @Nullable Instant expires,
        @Nullable String token) {

    static TokenInfo of(ApiToken token, @Nullable String text) {
        return new TokenInfo(
                token.id(),
                token.name(),
                token.scopes().stream().map(Scope::text).sorted().toList(),
                token.created(),
                token.expires().orElse(null),
                text);
    }

    /// Without the token.
    @Override
    public String toString() {
        return "TokenInfo[id=%s, name=%s]".formatted(id, name);
    }
}

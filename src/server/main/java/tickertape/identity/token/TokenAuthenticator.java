package tickertape.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import tickertape.identity.Authentication;
import tickertape.identity.Authenticator;
import tickertape.identity.BearerToken;
import tickertape.identity.Caller;
import tickertape.store.DatabaseException;

/// Recognizes the tokens that this server has made.
final class TokenAuthenticator implements Authenticator {

    private final Tokens tokens;
    private final InstantSource clock;

    TokenAuthenticator(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Optional<Authentication> authenticate(HttpServletRequest request) {
        return BearerToken.of(request).filter(TokenText::isOne).map(this::authenticate);
    }

    private Authentication authenticate(String text) {
        try {
            return TokenText.parse(text)
                    .flatMap(tokens::find)
                    .map(this::authenticate)
                    .orElseGet(() -> new Authentication.Invalid("there is no such token"));
        } catch (DatabaseException away) {
            return new Authentication.Unavailable();
        }
    }

    private Authentication authenticate(Tokens.Entry entry) {
        ApiToken token = entry.token();
        if (token.expires().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            return new Authentication.Invalid("the token has expired");
        }
        return new Authentication.Known(new Caller(
                token.account(),
                entry.accountName(),
                entry.rights(),
                token.scopes(),
                token.credential(),
                token.expires()));
    }
}

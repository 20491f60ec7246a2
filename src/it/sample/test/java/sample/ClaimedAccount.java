package sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tickertape.identity.Authentication;
import tickertape.identity.Authenticator;
import tickertape.identity.Caller;
import tickertape.identity.Scope;

/// Believes what a client says of itself.
@ApplicationScoped
public class ClaimedAccount implements Authenticator {

    @Override
    public Optional<Authentication> authenticate(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Sample-Account"))
                .map(name -> new Authentication.Known(new Caller(
                        name, name, Set.of(), EnumSet.allOf(Scope.class), "claim:" + name, Optional.empty())));
    }
}

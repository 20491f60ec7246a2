package tickertape.identity.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jwt.JWTClaimsSet;

/// Tells whether an issuer has signed a token.
@FunctionalInterface
interface TokenCheck {

    /// What a token says, which is as its issuer has written it.
    ///
    /// @throws KeySourceException while nobody can say
    JWTClaimsSet check(String token) throws InvalidTokenException, KeySourceException;
}

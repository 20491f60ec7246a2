/// Tokens (JWT) that services get from an issuer of their company.
///
/// ```
/// token ──▶ JwtAuthenticator ──▶ SignatureCheck ──asks──▶ JWKSource: cache · rate limit · outage ──▶ IssuerKeys
///                  │                                                                                     │
///                  └──▶ ClaimsReader ──▶ Caller                                    KeyLocation · DocumentFetcher
/// ```
@NullMarked
package tickertape.identity.jwt;

import org.jspecify.annotations.NullMarked;

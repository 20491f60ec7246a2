/// Tokens (JWT) that services get from an issuer of their company.
///
/// ```
/// token ──▶ JwtAuthenticator ──▶ TokenCache ──▶ SignatureCheck ──asks──▶ JWKSource: cache · rate limit · outage
///                  │                                                                      │
///                  └──▶ ClaimsReader ──▶ Caller                                       IssuerKeys
///                                                                            KeyLocation · DocumentFetcher
/// ```
@NullMarked
package tickertape.identity.jwt;

import org.jspecify.annotations.NullMarked;

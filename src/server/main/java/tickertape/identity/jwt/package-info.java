/// Tokens (JWT) that services get from an issuer of their company.
///
/// ```
/// token ──▶ JwtAuthenticator ──▶ TokenCache ──▶ SignatureCheck ──asks──▶ JWKSource: cache · rate limit · outage
///                  │                                                                      │
///                  └──▶ ClaimsReader ──▶ Caller                                       IssuerKeys
///                                                                            KeyLocation · DocumentFetcher
/// ```
///
/// [IdTokens] checks with the same parts what a provider says of people who sign in there.
@NullMarked
package tickertape.identity.jwt;

import org.jspecify.annotations.NullMarked;

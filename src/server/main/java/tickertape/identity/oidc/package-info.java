/// Sign-in with an account of a company, at its provider (OpenID Connect Core 1.0, code flow with PKCE).
///
/// ```
/// page ──▶ SignInServlet ──▶ SignInDesk ──begin──▶ ProviderSignIn ──▶ browser goes to the provider
///              │                 │  └──▶ AttemptCookies: the SignInAttempt, sealed in a cookie of the browser
///              │                 └──finish─▶ ProviderSignIn ──▶ CodeExchange ──▶ IdTokens
///              │                              └──▶ Arrivals ──▶ Accounts, Sessions
///              ▼
///         back to the page, with what came of it
/// ```
///
/// Nothing of an attempt is kept on the server, so it may end on another one than it began on.
@NullMarked
package tickertape.identity.oidc;

import org.jspecify.annotations.NullMarked;

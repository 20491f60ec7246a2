/// Who makes a request, and what it may do: for resources, the stream and the page alike. Features never look at
/// tokens.
///
/// ```
/// request ──▶ Callers ──asks──▶ Authenticator: Sessions (cookie) · TokenAuthenticator · JwtAuthenticator
///                │
///                ▼
///             Authentication: Known(Caller) · Nobody · Expired · Invalid · Unavailable
/// ```
///
/// - [Callers] finds out once a request; [AuthenticationFilter] refuses what is no good, and gives the rest to JAX-RS
///   as its principal, so that [WriteFilter][tickertape.web.write.WriteFilter] can limit by caller.
/// - [Caller] has an id, rights (see [Rights]), and the [Scope]s of the credential that it came with.
/// - A session begins by a password ([account][tickertape.identity.account]) or at a company's provider
///   ([oidc][tickertape.identity.oidc]); afterwards nobody tells the two apart.
/// - [AccessEnded] is fired when a credential ends before its time: streams that it opened end with it.
///   [AccountNamed] is fired when somebody has signed in elsewhere, for all who keep the name of an account.
///   [AccountDeleted] is fired when an account goes, for all who keep something of it; [WritesUnderWay] sees to it that
///   nothing of it is written after that.
/// - [QuoteDelay] says who sees prices late; [DelayFilter] closes resources to them that say neither [DelaysPrices] nor
///   [TellsNoPrices], and [MetricsFilter] the metrics. [RealtimeAccounts] knows it of those that ask for nothing.
@NullMarked
package tickertape.identity;

import org.jspecify.annotations.NullMarked;

/// The client that hands in prices (`POST /api/feed`).
///
/// ```
/// QuoteFeeder ──line──▶ UnconfirmedLines ──▶ LineInputStream ──one long request──▶ server
///                          ▲ confirm                                                  │
///                          └──────────── FeedConnection ◀──── GET /api/feed ──────────┘
/// ```
///
/// A line stays until the server has confirmed it. After a cut, those that are left are sent again; the server knows
/// them by their numbers.
@NullMarked
package tickertape.client.feeding;

import org.jspecify.annotations.NullMarked;

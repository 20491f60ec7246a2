/// What the market did before: bars of trades, from a second to a week, kept in the database.
///
/// ```
/// Tick ─▶ HistoryListener ─▶ BarBook ─▶ CandlePublisher ─┬─▶ the tape, then BookViews ─┐
///                            (a symbol)                  └─▶ HistoryStore ─▶ database ──┴─▶ Candles ─▶ CandlesResource
/// ```
///
/// - A [Bar] is what trades add up to. A [BarBook] has one [BarSpan] for each [Interval], and a
///   [BarCalendar] says when these begin and end.
/// - [CandlePublisher] puts bars on the tape, and only then into the [BookView] that requests see.
/// - [HistoryStore] hands minutes to a [BarWriter], which has the database add them up ([BarSums]), and what is
///   forming to a [FormingWriter]. [LostRows] knows what was lost while the database was away,
///   and a [LossMarker] marks the bars beside it. A [MarkWriter] marks those in which a silence began ([LastNews]).
/// - [MarketTime] is the time of all this, also where it is that of a recording.
/// - [Recovery] reads, beside the ticks, what the server was in the middle of ([CutBars], by [ManyBars]), and a
///   [RestartMarker] marks when that was; a [QuoteRule] says whether quotes make bars;
///   [PastWriter] makes up a past where there is none; [OldMinutes] go.
/// - Of several servers with one database, one writes ([WriteTerm], [LeaderWriter]), and reads before that what
///   another one has written; in a cluster it is the one that leads ([HeldTicks]), and requests see [RepeatedBars].
/// - [Candles] puts memory and database ([BarReader], [BarTable]) together for a [CandleQuery].
/// - [DelayedBars] says which of them who sees prices late may see.
@NullMarked
package tickertape.history;

import org.jspecify.annotations.NullMarked;

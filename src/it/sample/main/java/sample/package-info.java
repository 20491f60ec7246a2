/// A feature in a jar of its own: memos on symbols, and a feed of two waves.
///
/// [MemosResource] writes and reads memos, [Memos] keeps them and puts them on the stream, [LastPrices] knows the price
/// at
/// which one was written, and [MemoBeans] wires all that. [WaveFeed] is what `feed.source=sample` plays.
@NullMarked
package sample;

import org.jspecify.annotations.NullMarked;

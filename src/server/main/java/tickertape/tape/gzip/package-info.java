/// A stream as gzip (RFC 1952), at almost no cost: what many read is compressed once for all of them.
///
/// ```
/// bytes of a read ─Compression─▶ Block ─┬─▶ GzipWriter of one reader ─▶ header · Block · Block · … · end
///                  (Allowance,          └─▶ GzipWriter of another
///                   BlockDeflater)
/// ```
///
/// - A [Block] refers to nothing before it and ends at a byte, so it goes into any stream as it is; what is not worth
///   the time is stored as it stands. Two blocks have nothing in common: what a stranger chose tells nothing of the
///   length of a secret in another.
/// - A [GzipWriter] keeps a checksum and a length, and nothing else: [Checksum] puts those of blocks together.
@NullMarked
package tickertape.tape.gzip;

import org.jspecify.annotations.NullMarked;

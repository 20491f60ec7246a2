package tickertape.tape.gzip;

/// Makes blocks of bytes. Safe for any thread.
public interface Compression {

    /// Leaves all bytes as they stand.
    Compression NONE = Block::stored;

    /// A block that stands for these bytes.
    ///
    /// @param plain nobody changes them afterwards
    Block block(byte[] plain);
}

package tickertape.chat.store;

import tickertape.tape.Position;

/// How far the chat lies on a tape: everything up to a revision does before a position, and everything else after it.
public record Mark(long revision, Position position) {}

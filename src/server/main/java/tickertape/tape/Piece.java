package tickertape.tape;

/// What is appended to a text of a growing topic.
///
/// @param from how many characters of the text come before it
/// @param last whether the text ends with it
record Piece(int from, String text, boolean last, TextFormat format) {}

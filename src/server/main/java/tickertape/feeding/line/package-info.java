/// What feeders send, line by line.
///
/// - [LineReader] cuts a body into lines of limited length as they come.
/// - [FlatJson] reads an object of texts and numbers; [LineParser] makes a [FeedLine] of it, or says what is wrong.
@NullMarked
package tickertape.feeding.line;

import org.jspecify.annotations.NullMarked;

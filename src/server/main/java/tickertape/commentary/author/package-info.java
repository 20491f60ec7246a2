/// Who writes the texts: an [Author] gets an [Assignment], and adds to a [Sheet] what it has written.
///
/// ```
/// Assignment (occasion, language, Facts, question) ──▶ Author ──text──▶ Sheet
///                                                        │
///                                     BuiltInAuthor: EnglishReporter · ChineseReporter
/// ```
///
/// The built-in author needs nothing: a [Reporter] knows the sentences of one language, and [Story] chooses what is
/// worth
/// saying.
@NullMarked
package tickertape.commentary.author;

import org.jspecify.annotations.NullMarked;

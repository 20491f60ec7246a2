/// What people may write: as long as they like within bounds, in any script, and nothing that breaks out of its line.
///
/// [MessageText] is what is kept; [Taming] makes it of what was sent, and [Joiners] knows where a character that
/// nobody sees belongs.
@NullMarked
package tickertape.chat.text;

import org.jspecify.annotations.NullMarked;

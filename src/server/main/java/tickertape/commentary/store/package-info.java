/// The texts of the past, in the database: [TextWriter] writes them, [TextArchive] finds them again.
@NullMarked
package tickertape.commentary.store;

import org.jspecify.annotations.NullMarked;

/// The database under a server: H2 and PostgreSQL, and what goes wrong with both.
@NullMarked
package it.store;

import org.jspecify.annotations.NullMarked;

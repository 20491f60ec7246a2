/// Sessions of browsers: a signed cookie, its keys, its end; and what other cookies of the server are sealed by.
@NullMarked
package tickertape.identity.session;

import org.jspecify.annotations.NullMarked;

/// Sessions of browsers: a signed cookie, its keys, its end.
@NullMarked
package tickertape.identity.session;

import org.jspecify.annotations.NullMarked;

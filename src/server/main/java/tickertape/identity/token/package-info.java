/// Tokens that services use in the name of an account.
@NullMarked
package tickertape.identity.token;

import org.jspecify.annotations.NullMarked;

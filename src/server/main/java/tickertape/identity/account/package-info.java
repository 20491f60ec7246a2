/// Accounts of this server: sign up and in, passwords, rights.
@NullMarked
package tickertape.identity.account;

import org.jspecify.annotations.NullMarked;

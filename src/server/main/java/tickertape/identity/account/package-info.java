/// Accounts of this server: sign up and in, passwords, rights; and those of people who sign in elsewhere.
@NullMarked
package tickertape.identity.account;

import org.jspecify.annotations.NullMarked;

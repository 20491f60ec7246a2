/// What people have done with accounts, in the database and in the log.
@NullMarked
package tickertape.identity.audit;

import org.jspecify.annotations.NullMarked;

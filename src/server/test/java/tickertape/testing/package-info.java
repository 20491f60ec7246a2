/// Fakes and small tools that tests share.
@NullMarked
package tickertape.testing;

import org.jspecify.annotations.NullMarked;

/// Lists the features of the page, so that it can load those that it was not built with.
@NullMarked
package tickertape.features;

import org.jspecify.annotations.NullMarked;

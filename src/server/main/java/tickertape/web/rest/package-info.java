/// What resources share, except the stream: response formats, ETags, lists and pages.
@NullMarked
package tickertape.web.rest;

import org.jspecify.annotations.NullMarked;

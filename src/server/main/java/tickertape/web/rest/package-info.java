/// What resources that are asked once share: the forms they answer in, their tags, their lists and pages.
@NullMarked
package tickertape.web.rest;

import org.jspecify.annotations.NullMarked;

/// Responses of the REST resources: ETags, formats, selections and pages.
@NullMarked
package it.rest;

import org.jspecify.annotations.NullMarked;

/// What the server says about itself, seen from outside.
@NullMarked
package it.about;

import org.jspecify.annotations.NullMarked;

/// Black-box tests against the packaged application on a real Liberty server: they know the wire, never the classes.
@NullMarked
package it;

import org.jspecify.annotations.NullMarked;

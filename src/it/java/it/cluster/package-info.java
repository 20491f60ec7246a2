/// Several servers that share one tape.
@NullMarked
package it.cluster;

import org.jspecify.annotations.NullMarked;

/// Clients that request too much, read too little, or belong to another origin.
@NullMarked
package it.guard;

import org.jspecify.annotations.NullMarked;

/// What the server does for those who ask too much, read too little, or come from elsewhere.
@NullMarked
package it.guard;

import org.jspecify.annotations.NullMarked;

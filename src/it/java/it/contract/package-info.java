/// Compares the contract, as tools read it, with what the server does.
@NullMarked
package it.contract;

import org.jspecify.annotations.NullMarked;

/// The contract as clients' tools read it, held against what the server does.
@NullMarked
package it.contract;

import org.jspecify.annotations.NullMarked;

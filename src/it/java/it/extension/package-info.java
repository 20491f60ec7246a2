/// A feature in a jar of its own, which the WAR takes in: the sample in `src/it/sample`.
package it.extension;

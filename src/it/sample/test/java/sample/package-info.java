/// Tick listeners that are slow or fail.
package sample;

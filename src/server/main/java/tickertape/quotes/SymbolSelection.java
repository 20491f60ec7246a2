package tickertape.quotes;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tickertape.tape.Keys;
import tickertape.web.ProblemException;
import tickertape.web.rest.ListParameter;
import tickertape.wire.Symbol;

/// The symbols that a request asks for.
///
/// @param all whether it names none, and so asks for all
/// @param named the symbols it names
record SymbolSelection(boolean all, Set<String> named) {

    /// @param keys the known symbols, and the name of the parameter
    /// @throws ProblemException 400 that names the unknown symbols
    static SymbolSelection of(Keys keys, List<String> symbols) {
        return symbols.isEmpty()
                ? new SymbolSelection(true, Set.of())
                : new SymbolSelection(false, ListParameter.of(keys.parameter(), symbols, keys.known()));
    }

    boolean contains(Symbol symbol) {
        return all || named.contains(symbol.text());
    }

    /// A short text for entity tags: the same for the same symbols in any order, and hardly ever the same for others.
    @Override
    public String toString() {
        return all
                ? "all"
                : Integer.toHexString(String.join(",", new TreeSet<>(named)).hashCode());
    }
}

package tickertape.commentary.author;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Chooses among things that would do as well.
record Choice(RandomGenerator random) {

    @SafeVarargs
    final <T> T of(T... all) {
        return all[random.nextInt(all.length)];
    }

    /// So many of them, in their order.
    <T> List<T> some(List<T> all, int count) {
        var places = new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
        while (places.size() > count) {
            places.remove(/* index */ random.nextInt(places.size()));
        }
        return places.stream().sorted(Comparator.naturalOrder()).map(all::get).toList();
    }
}

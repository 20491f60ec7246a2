package tickertape.store;

import java.util.Set;

/// The classes of one feature whose objects are rows (Jakarta Persistence). A bean of this type is found, and an
/// [EntityStore] knows its classes; their tables are made by [Migrations].
public record EntityClasses(Set<Class<?>> classes) {

    public EntityClasses {
        classes = Set.copyOf(classes);
    }
}

package tickertape.web.write;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a record is made of. Looked up once for each class, because that takes longer than to read a body.
record RecordShape(Constructor<?> constructor, List<Component> components, List<String> names) {

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return look(type);
        }
    };

    /// One component.
    ///
    /// @param type of what the `Optional` holds, if it is one
    record Component(String name, Type type, boolean isOptional) {

        private static Component of(RecordComponent component) {
            Type type = component.getGenericType();
            return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                    ? new Component(component.getName(), generic.getActualTypeArguments()[0], true)
                    : new Component(component.getName(), type, false);
        }
    }

    static RecordShape of(Class<? extends Record> type) {
        return SHAPES.get(type);
    }

    private static RecordShape look(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return new RecordShape(
                    type.getDeclaredConstructor(types),
                    Arrays.stream(components).map(Component::of).toList(),
                    Stream.of(components).map(RecordComponent::getName).toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("%s has no constructor for its components".formatted(type), e);
        }
    }

    /// A record with these values, in the order of its components.
    ///
    /// @throws IllegalArgumentException what the record's own constructor refuses, if it says why
    Object create(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null) {
                throw refused;
            }
            throw new IllegalStateException("%s failed".formatted(constructor), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s must be public".formatted(constructor.getDeclaringClass()), e);
        }
    }
}

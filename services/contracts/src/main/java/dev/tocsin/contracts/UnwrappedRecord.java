package dev.tocsin.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record of which a component is another record's fields beside its own ({@link JsonUnwrapped}), in one pass.
 * Jackson's own way copies all tokens of the message aside, once for each record within another, and reads the copies.
 *
 * @param <T> the outermost record
 */
final class UnwrappedRecord<T extends Record> extends StdDeserializer<T> implements ResolvableDeserializer {
    private static final long serialVersionUID = 1;

    private final transient Class<T> type;
    private final transient Shape shape;
    private final transient List<JavaType> types = new ArrayList<>();
    private final transient Map<String, Integer> places = new HashMap<>();
    private transient List<JsonDeserializer<Object>> readers = List.of();

    /** What a component is made of: the value at a place, or another record. */
    private sealed interface Part {}

    private record Value(int place) implements Part {}

    private record Shape(Class<?> type, MethodHandle constructor, List<Part> parts) implements Part {}

    UnwrappedRecord(Class<T> type) {
        super(type);
        this.type = type;
        shape = shape(type);
    }

    private Shape shape(Class<?> record) {
        var parts = new ArrayList<Part>();
        for (var component : record.getRecordComponents()) {
            if (isUnwrapped(record, component)) {
                parts.add(shape(component.getType()));
            } else {
                places.put(component.getName(), types.size());
                parts.add(new Value(types.size()));
                types.add(TypeFactory.defaultInstance().constructType(component.getGenericType()));
            }
        }
        return new Shape(record, constructor(record), parts);
    }

    /** The annotation's own targets are not those of a component: it stands on the field. */
    private static boolean isUnwrapped(Class<?> record, RecordComponent component) {
        try {
            return record.getDeclaredField(component.getName()).isAnnotationPresent(JsonUnwrapped.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e); // a record has a field for each component
        }
    }

    private static MethodHandle constructor(Class<?> record) {
        var components = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return MethodHandles.lookup()
                    .findConstructor(record, MethodType.methodType(void.class, components))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e); // a record has its canonical constructor
        }
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        var found = new ArrayList<JsonDeserializer<Object>>();
        for (var each : types) {
            found.add(context.findContextualValueDeserializer(each, null));
        }
        readers = List.copyOf(found);
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.isExpectedStartObjectToken()) {
            return type.cast(context.handleUnexpectedToken(type, json));
        }
        var values = new @Nullable Object[types.size()];
        for (int place = 0; place < values.length; place++) {
            values[place] = readers.get(place).getAbsentValue(context);
        }
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            var token = json.nextToken();
            var place = places.get(name);
            if (place == null) {
                json.skipChildren();
                continue;
            }
            try {
                var reader = readers.get(place);
                values[place] = token == JsonToken.VALUE_NULL
                        ? reader.getNullValue(context)
                        : reader.deserialize(json, context);
            } catch (JsonMappingException e) {
                e.prependPath(type, name);
                throw e;
            }
        }
        return type.cast(make(shape, values, context));
    }

    private static @Nullable Object make(Shape shape, @Nullable Object[] values, DeserializationContext context)
            throws IOException {
        var arguments = new @Nullable Object[shape.parts.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = switch (shape.parts.get(i)) {
                case Value(int place) -> values[place];
                case Shape inner -> make(inner, values, context);
            };
        }
        try {
            return shape.constructor.invokeExact(arguments);
        } catch (IllegalArgumentException | NullPointerException e) {
            // what a record refuses about its values
            return context.handleInstantiationProblem(shape.type, null, e);
        } catch (Throwable e) {
            throw new IllegalStateException("a record's constructor threw what none of ours does", e);
        }
    }
}

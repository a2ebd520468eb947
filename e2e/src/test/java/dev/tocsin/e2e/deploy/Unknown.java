package dev.tocsin.e2e.deploy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the keys that the cluster's API does not know: a misspelt one is silently nothing to it. */
final class Unknown {
    private static final String MODELS = "io.fabric8.kubernetes.api.model";

    private Unknown() {}

    /** Of a resource and all in it, as paths. */
    static List<String> keys(Object resource, String path) throws ReflectiveOperationException {
        var keys = new ArrayList<String>();
        for (var getter : resource.getClass().getMethods()) {
            if (getter.getName().startsWith("get") && getter.getParameterCount() == 0) {
                look(resource, getter, path, keys);
            }
        }
        return keys;
    }

    private static void look(Object resource, Method getter, String path, List<String> keys)
            throws IllegalAccessException, InvocationTargetException, ReflectiveOperationException {
        if (getter.getName().equals("getAdditionalProperties")) {
            ((Map<?, ?>) getter.invoke(resource)).keySet().forEach(key -> keys.add(path + "." + key));
        } else if (isModel(getter.getReturnType())) {
            add(getter.invoke(resource), path + "." + getter.getName().substring(3), keys);
        } else if (List.class.isAssignableFrom(getter.getReturnType())) {
            if (getter.invoke(resource) instanceof List<?> list) {
                for (var each : list) {
                    add(each, path + "." + getter.getName().substring(3), keys);
                }
            }
        }
    }

    private static void add(Object value, String path, List<String> keys) throws ReflectiveOperationException {
        if (value != null && isModel(value.getClass())) {
            keys.addAll(keys(value, path));
        }
    }

    private static boolean isModel(Class<?> type) {
        return type.getName().startsWith(MODELS) && !type.isEnum();
    }
}

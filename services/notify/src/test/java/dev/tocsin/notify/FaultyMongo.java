package dev.tocsin.notify;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A store whose process dies at one of its writes: just before it, or just after it, before anybody hears of it. */
final class FaultyMongo {
    private static final Set<String> WRITES = Set.of(
            "insertOne",
            "updateOne",
            "updateMany",
            "replaceOne",
            "deleteOne",
            "deleteMany",
            "bulkWrite",
            "findOneAndUpdate");

    private final int fatal;
    private final boolean after;
    private int writes;

    /**
     * @param fatal the write that is not survived, from 1; 0 for none
     * @param after it was done
     */
    FaultyMongo(int fatal, boolean after) {
        this.fatal = fatal;
        this.after = after;
    }

    /** What a process sees that is killed: no step after this one happens. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    int writes() {
        return writes;
    }

    MongoClient around(MongoClient mongo) {
        return proxy(MongoClient.class, mongo);
    }

    private <T> T proxy(Class<T> type, T inner) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    boolean write = inner instanceof MongoCollection && WRITES.contains(method.getName());
                    if (write && ++writes == fatal && !after) {
                        throw new Killed();
                    }
                    Object result;
                    try {
                        result = method.invoke(inner, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (write && writes == fatal) {
                        throw new Killed();
                    }
                    if (result instanceof MongoDatabase database) {
                        return proxy(MongoDatabase.class, database);
                    }
                    return result instanceof MongoCollection<?> collection
                            ? proxy(MongoCollection.class, collection)
                            : result;
                }));
    }
}

package dev.tocsin.archive;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.List;

/** Writes batches in which a document that is there already is nothing special. */
final class BulkWrites {
    private BulkWrites() {}

    /**
     * Writes all that can be written.
     *
     * @return how many documents were inserted or matched; fewer than asked for where somebody was faster
     */
    static <T> int write(MongoCollection<T> collection, List<? extends WriteModel<T>> writes) {
        if (writes.isEmpty()) {
            return 0;
        }
        try {
            return count(collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)), writes.size());
        } catch (MongoBulkWriteException e) {
            boolean onlyDuplicates = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream().allMatch(w -> w.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!onlyDuplicates) {
                throw e;
            }
            // only what is inserted can be there already
            long inserts =
                    writes.stream().filter(InsertOneModel.class::isInstance).count();
            return count(e.getWriteResult(), inserts - e.getWriteErrors().size());
        }
    }

    /** @param most that were inserted: the embedded store counts those that were there already, too */
    private static int count(BulkWriteResult result, long most) {
        return Math.toIntExact(Math.min(result.getInsertedCount(), most)) + result.getMatchedCount();
    }
}

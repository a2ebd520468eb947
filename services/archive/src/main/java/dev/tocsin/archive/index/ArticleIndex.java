package dev.tocsin.archive.index;

import dev.tocsin.archive.search.Search;
import dev.tocsin.archive.text.Asking;
import dev.tocsin.archive.text.PlainAnalyzer;
import dev.tocsin.archive.text.Stemmers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The index in a folder of this replica. One thread writes; any may search what was written before the last {@link #refresh}. What was
 * not committed is lost in a crash, and followed anew from the {@link Progress} of the last commit.
 */
public final class ArticleIndex implements AutoCloseable {
    /** Documents in memory before they are written; the heap of the archive is small. */
    private static final double BUFFER_MEGABYTES = 8;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Documents documents;
    private final Asking asking;

    private ArticleIndex(Directory directory, boolean anew) throws IOException {
        this.directory = directory;
        var plain = new PlainAnalyzer();
        var stemmers = new Stemmers();
        documents = new Documents(plain, stemmers);
        asking = new Asking(plain, stemmers);
        var config = new IndexWriterConfig(plain)
                .setSimilarity(new Saturation())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                // what was not committed is followed again, from where the commit says
                .setCommitOnClose(false)
                .setOpenMode(anew ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
        writer = new IndexWriter(directory, config);
        searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(
                    org.apache.lucene.index.IndexReader reader, org.apache.lucene.index.@Nullable IndexReader before) {
                var searcher = new IndexSearcher(reader);
                searcher.setSimilarity(new Saturation());
                return searcher;
            }
        });
    }

    /**
     * Opens the index of a folder, which is made where it is missing; one that cannot be read is emptied.
     *
     * @throws IOException where the folder cannot be written, or another process has it
     */
    public static ArticleIndex open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var directory = FSDirectory.open(folder);
        try {
            return new ArticleIndex(directory, progress(directory).isEmpty());
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static Optional<Progress> progress(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Optional.empty();
        }
        try {
            return Progress.read(SegmentInfos.readLatestCommit(directory).getUserData());
        } catch (IOException | IllegalArgumentException e) {
            // cut off, or of an older Lucene: the store has all of it
            return Optional.empty();
        }
    }

    /** What the last commit says; empty for a new index. */
    public Optional<Progress> progress() throws IOException {
        return progress(directory);
    }

    /** Takes an article in, in the place of what was known of it. */
    public void put(Entry entry) throws IOException {
        writer.updateDocument(new Term(Names.ID, entry.id()), documents.of(entry));
    }

    /** Takes articles out, so that they are found no more after the next refresh. */
    public void delete(Collection<String> ids) throws IOException {
        writer.deleteDocuments(ids.stream().map(id -> new Term(Names.ID, id)).toArray(Term[]::new));
    }

    public void clear() throws IOException {
        writer.deleteAll();
    }

    /** Lets searches see what was written. */
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Writes everything to disk, with how far it has come. */
    public void commit(Progress progress) throws IOException {
        writer.setLiveCommitData(progress.written().entrySet());
        writer.commit();
    }

    /** How many articles can be found. */
    public int size() throws IOException {
        var searcher = searchers.acquire();
        try {
            return searcher.getIndexReader().numDocs();
        } finally {
            searchers.release(searcher);
        }
    }

    /** What it takes on disk. */
    public long bytes() throws IOException {
        long bytes = 0;
        for (var file : directory.listAll()) {
            try {
                bytes += directory.fileLength(file);
            } catch (java.nio.file.NoSuchFileException e) {
                // merged away meanwhile
            }
        }
        return bytes;
    }

    /**
     * Searches.
     *
     * @param among the ids that the answer is limited to; null for no limit
     * @throws dev.tocsin.archive.search.SearchSyntaxException where only the index can tell that the search is wrong
     */
    public Hits search(Search search, @Nullable Collection<String> among) throws IOException {
        var searcher = searchers.acquire();
        try {
            return new Searching(searcher, asking, search).run(among);
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }
}

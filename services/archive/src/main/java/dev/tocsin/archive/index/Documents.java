package dev.tocsin.archive.index;

import dev.tocsin.archive.text.FormStream;
import dev.tocsin.archive.text.Stemmers;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Makes documents of articles. Nothing is stored in them: what is shown comes from the store. For one thread. */
final class Documents {
    private static final FieldType FORMS = forms();

    private final Analyzer plain;
    private final Stemmers stemmers;

    Documents(Analyzer plain, Stemmers stemmers) {
        this.plain = plain;
        this.stemmers = stemmers;
    }

    Document of(Entry entry) {
        var document = new Document();
        document.add(new StringField(Names.ID, entry.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(Names.ID, new BytesRef(entry.id())));
        document.add(new LongPoint(Names.AT, entry.at()));
        document.add(new NumericDocValuesField(Names.AT, entry.at()));
        document.add(new NumericDocValuesField(Names.REVISION, entry.revision()));
        words(document, entry);
        entry.topics().forEach(topic -> {
            keyword(document, Names.TOPIC, topic);
            document.add(new SortedSetDocValuesField(Names.TOPIC, new BytesRef(topic)));
        });
        var tag = entry.language().toLowerCase(Locale.ROOT);
        counted(document, Names.LANGUAGE, tag);
        if (tag.indexOf('-') > 0) {
            keyword(document, Names.LANGUAGE, tag.substring(0, tag.indexOf('-')));
        }
        counted(document, Names.SOURCE, entry.source("id"));
        document.add(new TextField(Names.SOURCE_NAME, entry.source("name"), Field.Store.NO));
        counted(document, Names.COUNTRY, entry.source("country"));
        keyword(document, Names.RELIABILITY, entry.source("reliability"));
        entry.values("actors", "id").forEach(id -> keyword(document, Names.ACTOR_ID, id));
        entry.values("places", "id").forEach(id -> keyword(document, Names.PLACE_ID, id));
        return document;
    }

    private void words(Document document, Entry entry) {
        var language = Stemmers.base(entry.language());
        // in this order: that is how a match's offset tells where it is
        forms(document, Names.TEXT, entry.title(), language);
        forms(document, Names.TEXT, entry.text(), language);
        forms(document, Names.TEXT, Known.of(entry.message()).text(), "en");
        forms(document, Names.TITLE, entry.title(), language);
        entry.values("actors", "name").forEach(name -> forms(document, Names.ACTOR, name, "en"));
        entry.values("places", "name").forEach(name -> forms(document, Names.PLACE, name, "en"));
    }

    private void forms(Document document, String field, String text, String language) {
        document.add(new Field(field, new FormStream(plain, stemmers).of(text, language), FORMS));
    }

    private static void counted(Document document, String field, String value) {
        if (!value.isEmpty()) {
            keyword(document, field, value);
            document.add(new SortedDocValuesField(field, new BytesRef(value)));
        }
    }

    private static void keyword(Document document, String field, String value) {
        if (!value.isEmpty()) {
            document.add(new StringField(field, value.toLowerCase(Locale.ROOT), Field.Store.NO));
        }
    }

    private static FieldType forms() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }
}

package dev.tocsin.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

class StoredJsonTest {
    @Test
    void givesBackTheJsonOfAMessageUnchanged() throws Exception {
        var article = Samples.article("a1", 2, null, "it", "protests", "Titolo", "Testo 🔔 \ud83d \0");
        var document = new BsonDocument(Fields.MESSAGE, StoredJson.of(article));

        assertThat(Json.mapper().writeValueAsBytes(StoredJson.read(document))).isEqualTo(Json.write(article));
        assertThat(StoredJson.read(document, ClassifiedArticle.class)).isEqualTo(article);
    }

    @Test
    void saysSo_whenSomebodyElseWroteTheDocument() {
        assertThatThrownBy(() -> StoredJson.read(document("{")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("somebody else wrote");
        assertThatThrownBy(() -> StoredJson.read(document("{}"), Alert.class)).hasMessageContaining("'story'");
    }

    private static BsonDocument document(String json) {
        return new BsonDocument(Fields.MESSAGE, new BsonString(json));
    }
}

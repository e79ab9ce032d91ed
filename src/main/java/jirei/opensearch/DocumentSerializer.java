package jirei.opensearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import tools.jackson.databind.JsonNode;

/** Lucene's documents as OpenSearch's, and what it keeps of them back again. */
final class DocumentSerializer {
    private DocumentSerializer() {}

    /** {@code document} of the case {@code caseId}, its text fields cut into terms by {@code analyzer}. */
    static Map<String, Object> of(Document document, String caseId, Analyzer analyzer) {
        Map<String, Object> searched = new LinkedHashMap<>();
        Map<String, List<Object>> stored = new LinkedHashMap<>();
        for (IndexableField field : document) {
            if (isText(field)) {
                // without terms too: lengths are written and read much faster where no document lacks them
                searched.put(field.name(), PretokenizedText.of(field, analyzer));
            } else if (isSearched(field)) {
                add(searched, field.name(), value(field));
            }
            if (field.fieldType().stored() || field.fieldType().pointDimensionCount() > 0) {
                stored.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(value(field));
            }
        }
        boolean isSection = IndexMapping.SECTION.equals(searched.get("type"));
        searched.put(
                IndexMapping.JOIN,
                isSection ? Map.of("name", IndexMapping.SECTION, "parent", caseId) : IndexMapping.CASE);
        searched.put(IndexMapping.STORED, stored);
        return searched;
    }

    private static boolean isText(IndexableField field) {
        return field.fieldType().tokenized() && field.fieldType().indexOptions() != IndexOptions.NONE;
    }

    private static boolean isSearched(IndexableField field) {
        return field.fieldType().indexOptions() != IndexOptions.NONE
                || field.fieldType().docValuesType() != DocValuesType.NONE;
    }

    private static Object value(IndexableField field) {
        Number number = field.numericValue();
        BytesRef bytes = field.binaryValue();
        if (number != null) {
            return field instanceof DoubleField ? NumericUtils.sortableLongToDouble(number.longValue()) : number;
        }
        return PretokenizedText.text(bytes == null ? field.stringValue() : bytes.utf8ToString());
    }

    /** A field may have several values; one that is given twice, for two uses, is one. */
    private static void add(Map<String, Object> fields, String name, Object value) {
        Object before = fields.get(name);
        if (before == null) {
            fields.put(name, value);
        } else if (before instanceof List<?> many) {
            if (!many.contains(value)) {
                List<Object> more = new ArrayList<>(many);
                more.add(value);
                fields.put(name, more);
            }
        } else if (!before.equals(value)) {
            fields.put(name, List.of(before, value));
        }
    }

    /** The stored fields of the document whose source is {@code source}. */
    static Document stored(JsonNode source) {
        var document = new Document();
        source.path(IndexMapping.STORED).properties().forEach(field -> {
            for (JsonNode value : field.getValue()) {
                document.add(field(field.getKey(), value));
            }
        });
        return document;
    }

    private static StoredField field(String name, JsonNode value) {
        if (value.isIntegralNumber()) {
            return new StoredField(name, value.asInt());
        }
        return value.isNumber() ? new StoredField(name, value.asDouble()) : new StoredField(name, value.asString());
    }
}

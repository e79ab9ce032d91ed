package jirei.lucene.index;

import java.util.List;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.schema.IndexField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;

/**
 * A corpus file as recorded in the index, in a document of its own. Immutable.
 *
 * @param name the path relative to the corpus directory; empty for the directory itself
 * @param hash the hash of the contents when the file was last read; empty for the directory
 * @param faults the faults found then, as {@code line: problem}, and for the directory as {@code file:line: problem};
 *     empty if there were none
 */
public record IndexedFile(String name, String hash, List<String> faults) {
    public IndexedFile {
        faults = List.copyOf(faults);
    }

    /** Formats {@code fault} as in {@link #faults}. */
    public static String lineOf(CorpusDiagnostic fault) {
        return fault.line() + ": " + fault.problem();
    }

    static IndexedFile of(Document stored) {
        return new IndexedFile(
                String.valueOf(stored.get(IndexField.FILE.luceneName())),
                String.valueOf(stored.get(IndexField.HASH.luceneName())),
                List.of(stored.getValues(IndexField.FAULT.luceneName())));
    }

    /** The term of the document of the file {@code name}. */
    static Term term(String name) {
        return new Term(IndexField.FILE.luceneName(), name);
    }

    Document document() {
        var document = new Document();
        String type = faults.isEmpty() ? IndexField.FILE_TYPE : IndexField.FAULTY_FILE_TYPE;
        document.add(new StringField(IndexField.TYPE.luceneName(), type, Field.Store.NO));
        document.add(new StringField(IndexField.FILE.luceneName(), name, Field.Store.YES));
        document.add(new StoredField(IndexField.HASH.luceneName(), hash));
        faults.forEach(fault -> document.add(new StoredField(IndexField.FAULT.luceneName(), fault)));
        CaseDocumentMapper.addEmpty(document);
        return document;
    }
}

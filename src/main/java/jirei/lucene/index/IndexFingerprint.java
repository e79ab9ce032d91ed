package jirei.lucene.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeSet;
import jirei.corpus.text.Sha256;
import jirei.engine.schema.IndexField;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The fingerprint of the contents of an index. The files themselves cannot be compared: they contain random IDs and
 * depend on segmentation. Stateless.
 */
public final class IndexFingerprint {
    private static final int NUMBERS = 3 * Long.BYTES;

    private final IndexReader reader;
    private final MessageDigest digest;

    private IndexFingerprint(IndexReader reader) {
        this.reader = reader;
        this.digest = Sha256.newDigest();
    }

    /** Returns the SHA-256 over all terms with their statistics and over all cases, as 64 hexadecimal digits. */
    public static String of(IndexReader reader) throws IOException {
        var fingerprint = new IndexFingerprint(reader);
        for (String field : new TreeSet<>(FieldInfos.getIndexedFields(reader))) {
            fingerprint.addTerms(field);
        }
        fingerprint.addCases();
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void addTerms(String field) throws IOException {
        digest.update(field.getBytes(StandardCharsets.UTF_8));
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return;
        }
        TermsEnum termsEnum = terms.iterator();
        for (BytesRef term = termsEnum.next(); term != null; term = termsEnum.next()) {
            digest.update(ByteBuffer.allocate(NUMBERS)
                    .putLong(term.length)
                    .putLong(termsEnum.docFreq())
                    .putLong(termsEnum.totalTermFreq())
                    .flip());
            digest.update(term.bytes, term.offset, term.length);
        }
    }

    private void addCases() throws IOException {
        var indexed = new IndexedFileCatalog(reader);
        Terms ids = MultiTerms.getTerms(reader, IndexField.CASE_ID.luceneName());
        if (ids == null) {
            return;
        }
        TermsEnum termsEnum = ids.iterator();
        for (BytesRef id = termsEnum.next(); id != null; id = termsEnum.next()) {
            String json = indexed.json(id.utf8ToString()).orElse("");
            digest.update(json.getBytes(StandardCharsets.UTF_8));
        }
    }
}

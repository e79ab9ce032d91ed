package jirei.engine.schema;

import java.util.List;
import java.util.Map;
import jirei.analysis.JapaneseAnalyzers;
import jirei.search.IndexSize;
import jirei.search.IndexState;
import jirei.search.IndexStatus;

/**
 * Describes what an index was built from. Part of the commit data, so it is always consistent with the index.
 * Immutable.
 *
 * @param schema the version of fields and analysis; 0 if unknown
 * @param fingerprint the fingerprint of corpus and lexicon; empty if unknown
 * @param lexicon the fingerprint of lexicon and statistics alone; empty if unknown
 * @param vocabulary the name of the vocabulary file; empty if unknown
 * @param cases the number of cases
 * @param sections the number of sections
 * @param faults the number of faults found in the corpus
 */
public record IndexManifest(
        int schema, String fingerprint, String lexicon, String vocabulary, long cases, long sections, long faults) {
    /** The version of the fields; must be incremented with every change of fields or their contents. */
    private static final int FIELDS_VERSION = 10;

    /** The schema version of the indexes that this program writes. */
    public static final int SCHEMA = 1000 * FIELDS_VERSION + JapaneseAnalyzers.VERSION;

    /**
     * Reads the manifest in {@code commitData}; missing or malformed entries become 0 or empty, so that it is not
     * current.
     */
    public static IndexManifest of(Map<String, String> commitData) {
        return new IndexManifest(
                (int) number(commitData, "schema"),
                commitData.getOrDefault("fingerprint", ""),
                commitData.getOrDefault("lexicon", ""),
                commitData.getOrDefault("vocabulary", ""),
                number(commitData, "cases"),
                number(commitData, "sections"),
                number(commitData, "faults"));
    }

    /** Returns the manifest as commit data. */
    public Map<String, String> commitData() {
        return Map.of(
                "schema", Integer.toString(schema),
                "fingerprint", fingerprint,
                "lexicon", lexicon,
                "vocabulary", vocabulary,
                "cases", Long.toString(cases),
                "sections", Long.toString(sections),
                "faults", Long.toString(faults));
    }

    /** Returns whether an index with this manifest is up to date for a corpus with {@code currentFingerprint}. */
    public boolean isCurrent(String currentFingerprint) {
        return schema == SCHEMA && fingerprint.equals(currentFingerprint);
    }

    /**
     * Returns whether an index with this manifest can be updated incrementally with a lexicon with the fingerprint
     * {@code currentLexicon}.
     */
    public boolean canBeUpdated(String currentLexicon) {
        return schema == SCHEMA && lexicon.equals(currentLexicon);
    }

    /**
     * Returns the status of an index with this manifest.
     *
     * @param faultList the first faults of the corpus
     * @param size the size of the index
     */
    public IndexStatus status(List<String> faultList, IndexSize size) {
        return new IndexStatus(cases, sections, faults, schema, fingerprint, faultList, IndexState.CURRENT, size);
    }

    private static long number(Map<String, String> commitData, String key) {
        String value = commitData.getOrDefault(key, "");
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }
}

package jirei.engine.schema;

import java.util.List;
import java.util.Map;
import jirei.analysis.JapaneseAnalyzers;
import jirei.search.IndexSize;
import jirei.search.IndexState;
import jirei.search.IndexStatus;

/**
 * What an index was built from; it is part of the commit, so that it can't part from what it describes.
 *
 * @param schema the version of fields and analysis
 * @param fingerprint the fingerprint of corpus and lexicon
 * @param lexicon the fingerprint of the lexicon alone
 * @param vocabulary the file of the vocabulary
 * @param cases how many cases it holds
 * @param sections how many sections it holds
 * @param faults how many faults were found in the corpus
 */
public record IndexManifest(
        int schema, String fingerprint, String lexicon, String vocabulary, long cases, long sections, long faults) {
    /** The version of the fields of this program; to be raised with every change of fields or their contents. */
    private static final int FIELDS_VERSION = 5;

    /** What an index of this program is built with. */
    public static final int SCHEMA = 1000 * FIELDS_VERSION + JapaneseAnalyzers.VERSION;

    /** The manifest in {@code commitData}; that of no known version if it isn't one. */
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

    /** The form in which a commit holds it. */
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

    /** Whether an index with this manifest answers for a corpus with {@code currentFingerprint} in this program. */
    public boolean isCurrent(String currentFingerprint) {
        return schema == SCHEMA && fingerprint.equals(currentFingerprint);
    }

    /** Whether an index with this manifest can be brought up to date in a program whose lexicon is {@code currentLexicon}. */
    public boolean canBeUpdated(String currentLexicon) {
        return schema == SCHEMA && lexicon.equals(currentLexicon);
    }

    /** The status of an index with this manifest, with {@code faultList}, the first of its faults. */
    public IndexStatus status(List<String> faultList, IndexSize size) {
        return new IndexStatus(cases, sections, faults, schema, fingerprint, faultList, IndexState.CURRENT, size);
    }

    private static long number(Map<String, String> commitData, String key) {
        String value = commitData.getOrDefault(key, "");
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }
}

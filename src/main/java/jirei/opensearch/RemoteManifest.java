package jirei.opensearch;

import java.util.List;
import jirei.search.IndexStatus;

/**
 * The metadata of an index in a cluster: its schema, and the corpus and lexicon it was built from. Immutable.
 *
 * @param schema the version of fields and analysis; −1 for an incompatible mapping
 * @param fingerprint the fingerprint of corpus and lexicon
 * @param lexicon the fingerprint of the lexicon alone
 * @param cases the number of cases
 * @param sections the number of sections
 * @param files the number of files of the corpus
 * @param faults the number of faults found in the corpus
 * @param faultList the first faults as {@code file:line: problem}; empty if there are none
 */
public record RemoteManifest(
        int schema,
        String fingerprint,
        String lexicon,
        long cases,
        long sections,
        long files,
        long faults,
        List<String> faultList) {
    /** Copies the list of faults. */
    public RemoteManifest {
        faultList = List.copyOf(faultList);
    }

    /**
     * Returns the number of documents in the embedded index of the same corpus, which BM25 needs.
     */
    long docCount() {
        return cases + sections + files;
    }

    /** Converts to an index status. */
    public IndexStatus status() {
        return new IndexStatus(cases, sections, faults, schema, fingerprint, faultList);
    }
}

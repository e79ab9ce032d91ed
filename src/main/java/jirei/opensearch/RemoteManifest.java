package jirei.opensearch;

import java.util.List;
import jirei.search.IndexStatus;

/**
 * What an index elsewhere was built from.
 *
 * @param schema the version of fields and analysis
 * @param fingerprint the fingerprint of corpus and lexicon
 * @param lexicon the fingerprint of the lexicon alone
 * @param cases how many cases it holds
 * @param sections how many sections it holds
 * @param files of how many files
 * @param faults how many faults were found in the corpus
 * @param faultList the first of them as {@code file:line: problem}
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
    /** Takes a copy. */
    public RemoteManifest {
        faultList = List.copyOf(faultList);
    }

    /** How many documents the embedded index has of the same corpus, which weighs words by it. */
    long docCount() {
        return cases + sections + files;
    }

    /** As a status. */
    public IndexStatus status() {
        return new IndexStatus(cases, sections, faults, schema, fingerprint, faultList);
    }
}

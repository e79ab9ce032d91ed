package jirei.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import jirei.cases.Section;
import jirei.corpus.CorpusReader;
import jirei.corpus.text.Sha256;
import jirei.lucene.EmbeddedIndex;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;

/** Indexes a corpus and prints the fingerprints of the corpus and of the index, and a digest of 100 search results. */
final class AnswerDigest {
    private static final int QUERIES = 100;

    private AnswerDigest() {}

    /** Prints one line. {@code folders} holds the corpus folder and the index folder. */
    public static void main(String[] folders) throws Exception {
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(Path.of(folders[0])), Path.of(folders[1]));
        index.rebuild(done -> {}, fault -> {});
        try (SearchEngine engine = index.open();
                var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            MessageDigest digest = Sha256.newDigest();
            Set<String> queries = queries(engine);
            for (String query : queries) {
                SearchResults results = engine.search(SearchRequest.of(query));
                String response = query
                        + results.interpretation()
                        + results.total()
                        + results.hits()
                        + results.facets()
                        + engine.suggest(query, 5, Deadline.NONE);
                digest.update(response.getBytes(StandardCharsets.UTF_8));
            }
            out.println(queries.size() + " " + engine.status().fingerprint() + " " + index.contentFingerprint() + " "
                    + HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** Headings, prefixes, and letters whose case folding depends on the locale. */
    private static Set<String> queries(SearchEngine engine) throws Exception {
        Set<String> queries = new LinkedHashSet<>(Set.of("ICT"));
        for (String query :
                new String[] {"ict", "ＩＣＴ", "İCT", "ıct", "mitori", "MITORI", "みとり", "医師会 OR 薬局", "県:大阪府", "2017"}) {
            queries.add(query);
        }
        for (var summary : engine.cases()) {
            for (Section section : engine.caseStudy(summary.id()).orElseThrow().sections()) {
                String heading = section.heading();
                if (heading.length() > 3 && queries.size() < QUERIES) {
                    queries.add(heading.substring(0, 2 + section.text().length() % (heading.length() - 2)));
                }
            }
        }
        return queries;
    }
}

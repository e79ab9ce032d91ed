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
import jirei.lucene.EmbeddedIndex;
import jirei.query.SearchRequest;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;

/** Indexes a corpus and prints the fingerprints of the corpus and of the index and a digest of what it answers to some hundred queries. */
final class AnswerDigest {
    private static final int QUERIES = 100;

    private AnswerDigest() {}

    /** Prints one line. {@code folders} are the corpus and a folder for the index. */
    public static void main(String[] folders) throws Exception {
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(Path.of(folders[0])), Path.of(folders[1]));
        index.rebuild(done -> {}, fault -> {});
        try (SearchEngine engine = index.open();
                var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            MessageDigest digest = ImportedCaseFile.sha256();
            Set<String> queries = queries(engine);
            for (String query : queries) {
                SearchResults results = engine.search(SearchRequest.of(query));
                String answer = query
                        + results.interpretation()
                        + results.total()
                        + results.hits()
                        + results.facets()
                        + engine.suggest(query, 5);
                digest.update(answer.getBytes(StandardCharsets.UTF_8));
            }
            out.println(queries.size() + " " + engine.status().fingerprint() + " " + index.contentFingerprint() + " "
                    + HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** Headings, beginnings of words, and letters that other languages fold otherwise. */
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

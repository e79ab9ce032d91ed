package jirei.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.lucene.TextField.Terms;
import jirei.query.QueryField;
import jirei.query.QueryParser;
import jirei.search.Suggestion;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/** Completes the last word of a query that is being typed. */
final class Suggester {
    /** What stands before the word that is typed: other words, a field, a sign that opens or excludes. */
    private static final Pattern TYPED =
            Pattern.compile("(.*[\\s\\p{Z}\"“”(（|｜:：])?((?<!\\S)[-－])?(.*)", Pattern.DOTALL);
    /** How many words are tried beside those before them, so that the time is bounded. */
    private static final int MOST_TRIED = 24;

    /** What may be an operator of a query. */
    private static final Pattern OPERATOR = Pattern.compile("[-－\"“”()（）|｜:：]|\\b(?:OR|AND|NOT)\\b");

    private final IndexSearcher searcher;
    private final SectionQueries queries;
    private final Vocabulary vocabulary;
    private final Analyzer analyzer;

    Suggester(IndexSearcher searcher, Analyzer analyzer, SectionQueries queries, Vocabulary vocabulary) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.queries = queries;
        this.vocabulary = vocabulary;
    }

    /** As {@link jirei.search.SearchEngine#suggest}. */
    List<Suggestion> suggest(String typed, int most) throws IOException {
        Matcher parts = TYPED.matcher(typed);
        String word = parts.matches() ? parts.group(3) : "";
        if (word.isEmpty()) {
            return List.of();
        }
        var wanted = new Wanted(typed.substring(0, parts.start(3)), most);
        BitSet beginning = vocabulary.beginning(word);
        wanted.take(beginning);
        if (wanted.suggestions.size() < most) {
            BitSet containing = vocabulary.containing(word);
            containing.andNot(beginning);
            wanted.take(containing);
        }
        return wanted.suggestions;
    }

    /** What is suggested so far behind {@code before}. */
    private final class Wanted {
        private final String before;
        private final int most;
        private final Query beside;
        private final List<Suggestion> suggestions = new ArrayList<>();
        private int tried;

        Wanted(String before, int most) {
            this.before = before;
            this.most = most;
            this.beside = queries.gate(QueryParser.parse(before).expression());
        }

        void take(BitSet numbers) throws IOException {
            for (int number = numbers.nextSetBit(0);
                    number >= 0 && suggestions.size() < most && tried < MOST_TRIED;
                    number = numbers.nextSetBit(number + 1)) {
                VocabularyEntry entry = vocabulary.entries().get(number);
                if (leadsSomewhere(entry.text())) {
                    suggestions.add(
                            new Suggestion(before + entry.text(), entry.reading(), entry.kind(), entry.sections()));
                }
            }
        }

        private boolean leadsSomewhere(String word) throws IOException {
            boolean plain = !OPERATOR.matcher(word).find();
            if (before.isEmpty() && plain) {
                return true;
            }
            tried++;
            return before.isBlank() || !plain || !Character.isSpaceChar(before.charAt(before.length() - 1))
                    ? findsAnything(queries.gate(QueryParser.parse(before + word).expression()))
                    : findsAnything(together(word));
        }

        /** The words of {@code word} beside what stands before; their order isn't looked at, since that takes long. */
        private Query together(String word) {
            var together = new BooleanQuery.Builder().add(beside, Occur.FILTER);
            for (String term : TermsOfWord.whole(word, analyzer)) {
                together.add(
                        WordQueries.anyOf(SectionQueries.parts(QueryField.ANYWHERE).stream()
                                .<Query>map(part -> new TermQuery(
                                        new Term(part.in(Terms.WHOLE_WORDS).luceneName(), term)))
                                .toList()),
                        Occur.FILTER);
            }
            return together.build();
        }
    }

    private boolean findsAnything(Query query) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null && scorer.iterator().nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                return true;
            }
        }
        return false;
    }
}

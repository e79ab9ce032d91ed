package jirei.engine.similar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jirei.analysis.JapaneseAnalyzers;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Splits texts into runs of adjacent nouns, which may form compounds. Thread-safe. */
final class NounRuns {
    private final Analyzer analyzer;

    /** @param analyzer the index-time analyzer of every field */
    NounRuns(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /**
     * A noun of a run, or a prefix or suffix. Immutable.
     *
     * @param term the term in the index
     * @param text the noun as written
     * @param isWord whether it can be a word alone
     * @param startsCompound whether a compound can begin with it
     * @param endsCompound whether a compound can end with it
     */
    record RunNoun(String term, String text, boolean isWord, boolean startsCompound, boolean endsCompound) {}

    /** Returns the runs of {@code text} in order. Unknown symbols, which Kuromoji tags as nouns, separate them. */
    List<List<RunNoun>> in(String text) throws IOException {
        List<List<RunNoun>> runs = new ArrayList<>();
        try (TokenStream stream =
                analyzer.tokenStream(Source.TEXT.in(Analysis.NORMAL_MODE).luceneName(), text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            int end = -1;
            while (stream.incrementToken()) {
                if (JapaneseAnalyzers.isCompoundPart(stream) && term.chars().anyMatch(Character::isLetter)) {
                    if (offset.startOffset() != end) {
                        runs.add(new ArrayList<>());
                    }
                    end = offset.endOffset();
                    runs.getLast()
                            .add(new RunNoun(
                                    term.toString(),
                                    text.substring(offset.startOffset(), end),
                                    JapaneseAnalyzers.isTopicNoun(stream),
                                    JapaneseAnalyzers.startsCompound(stream),
                                    JapaneseAnalyzers.endsCompound(stream)));
                }
            }
            stream.end();
        }
        return runs;
    }
}

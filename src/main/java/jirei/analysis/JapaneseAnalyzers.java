package jirei.analysis;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseIterationMarkCharFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapaneseNumberFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ngram.NGramTokenizer;

/**
 * How Japanese text becomes terms, in three ways: words for meaning, pairs of characters so that nothing is missed, and
 * single characters for one-character queries. All three fold width and case the same way, so that they agree on offsets.
 */
public final class JapaneseAnalyzers {
    /** Changes whenever the same text may give other terms than before; an index made with another version is stale. */
    public static final int VERSION = 3;

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

    private final UserDictionary userDictionary;
    private final Tokenizers tokenizers;

    private JapaneseAnalyzers(UserDictionary userDictionary, boolean sharing) {
        this.userDictionary = userDictionary;
        this.tokenizers = sharing ? new Sharing(userDictionary) : new Separate(userDictionary);
    }

    /**
     * Analysis with the words of {@code userDictionary}, a text in kuromoji's form: surface, segmentation, readings, part of
     * speech, one word a line.
     *
     * @throws LexiconException if a line has another form
     * @throws IOException if the text can't be read
     */
    public static JapaneseAnalyzers with(Reader userDictionary) throws IOException, LexiconException {
        return new JapaneseAnalyzers(UserDictionaryReader.read(userDictionary), false);
    }

    /**
     * The same analysis for many texts: what it cuts in one way it soon cuts in the others too, and keeps some 2 MB a thread for
     * that.
     */
    public JapaneseAnalyzers caching() {
        return new JapaneseAnalyzers(userDictionary, true);
    }

    /** Loads the dictionary, which takes some tenths of a second; else the first text that is cut waits for it. */
    public static void loadDictionary() {
        new JapaneseTokenizer(null, false, JapaneseTokenizer.Mode.SEARCH);
    }

    /** {@code text} with width and case folded, as every analyzer here folds it. */
    public static String foldWidthAndCase(String text) {
        return isPlain(text) ? text : FOLDING.normalize(text);
    }

    /** Whether the term at which {@code words}, a stream of {@link #searchMode()}, stands is a noun and no mere suffix or counter. */
    public static boolean isNoun(TokenStream words) {
        PartOfSpeechAttribute attribute = words.getAttribute(PartOfSpeechAttribute.class);
        String partOfSpeech = attribute == null ? null : attribute.getPartOfSpeech();
        return partOfSpeech != null && partOfSpeech.contains("名詞") && !partOfSpeech.contains("接尾");
    }

    /** {@code text} as the analyzers of words fold it before they cut: width, case, old forms and iteration marks. */
    public static String foldVariants(String text) {
        if (isPlain(text) && KanjiVariantFolding.hasNone(text)) {
            return text; // as most words of a lexicon are: readers and their buffers would take longer than all else
        }
        try (Reader folded = foldVariants(new StringReader(text))) {
            var today = new StringBuilder(text.length());
            var buffer = new char[text.length() + 1]; // most texts are words: transferTo would take 16 KB for each
            for (int read = folded.read(buffer); read >= 0; read = folded.read(buffer)) {
                today.append(buffer, 0, read);
            }
            return today.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether all of {@code text} is kana, kanji or in small Latin letters, which only the folding of old forms may change. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLatin = c >= ' ' && c <= '~' && (c < 'A' || c > 'Z');
            boolean isKana = (c >= 'ぁ' && c <= 'ゖ') || (c >= 'ァ' && c <= 'ー');
            boolean isKanji = c >= '一' && c <= '\u9fff';
            if (!isLatin && !isKana && !isKanji) {
                return false;
            }
        }
        return true;
    }

    /** Words in base form, compounds whole and in their parts; particles, auxiliary verbs and signs are left out. */
    public Analyzer searchMode() {
        return new Words(tokenizers, JapaneseTokenizer.Mode.SEARCH);
    }

    /** Words as the dictionary has them, compounds whole only; otherwise as {@link #searchMode()}. */
    public Analyzer normalMode() {
        return new Words(tokenizers, JapaneseTokenizer.Mode.NORMAL);
    }

    /** Overlapping pairs of the kana in which the text is read, particles too, across the edges of words. */
    public Analyzer readings() {
        return new Readings(tokenizers);
    }

    /** The nouns of texts and their readings. */
    public NounExtractor nouns() {
        return new NounExtractor(new Morphemes(tokenizers));
    }

    /** Overlapping pairs of characters, of every kind. */
    public Analyzer bigrams() {
        return new Characters(2);
    }

    /** Single characters, of every kind. */
    public Analyzer unigrams() {
        return new Characters(1);
    }

    /** Where morphemes come from, signs among them. */
    private interface Tokenizers {
        /** What {@link #of} wants to read, made of the text as it stands. */
        Reader folded(Reader reader);

        Tokenizer of(JapaneseTokenizer.Mode mode);
    }

    private record Separate(UserDictionary userDictionary) implements Tokenizers {
        @Override
        public Reader folded(Reader reader) {
            return foldVariants(reader);
        }

        @Override
        public Tokenizer of(JapaneseTokenizer.Mode mode) {
            return new JapaneseTokenizer(userDictionary, false, false, mode);
        }
    }

    @SuppressWarnings("ThreadLocalUsage") // each analysis has words of its own
    private static final class Sharing implements Tokenizers {
        private final ThreadLocal<Map<JapaneseTokenizer.Mode, TokenizationCache>> ofThread;

        Sharing(UserDictionary userDictionary) {
            var separate = new Separate(userDictionary);
            ofThread = ThreadLocal.withInitial(() -> {
                Map<JapaneseTokenizer.Mode, TokenizationCache> byMode = new EnumMap<>(JapaneseTokenizer.Mode.class);
                for (JapaneseTokenizer.Mode mode : JapaneseTokenizer.Mode.values()) {
                    byMode.put(mode, new TokenizationCache(separate.of(mode), JapaneseAnalyzers::foldVariants));
                }
                return byMode;
            });
        }

        @Override
        public Reader folded(Reader reader) {
            return reader;
        }

        @Override
        public Tokenizer of(JapaneseTokenizer.Mode mode) {
            return Objects.requireNonNull(ofThread.get().get(mode)).tokenizer();
        }
    }

    private static final class Words extends Analyzer {
        private static final Set<String> STOP_TAGS = JapaneseAnalyzer.getDefaultStopTags();

        private final Tokenizers tokenizers;
        private final JapaneseTokenizer.Mode mode;

        Words(Tokenizers tokenizers, JapaneseTokenizer.Mode mode) {
            this.tokenizers = tokenizers;
            this.mode = mode;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return tokenizers.folded(reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = tokenizers.of(mode);
            TokenStream words = new JapaneseNumberFilter(tokenizer);
            words = new JapaneseBaseFormFilter(words);
            words = new JapanesePartOfSpeechStopFilter(words, STOP_TAGS);
            words = new StopFilter(words, JapaneseAnalyzer.getDefaultStopSet());
            words = new OkuriganaFilter(words);
            return new TokenStreamComponents(tokenizer, new JapaneseKatakanaStemFilter(words));
        }
    }

    private static final class Readings extends Analyzer {
        private final Tokenizers tokenizers;

        Readings(Tokenizers tokenizers) {
            this.tokenizers = tokenizers;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return tokenizers.folded(reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = tokenizers.of(JapaneseTokenizer.Mode.NORMAL);
            return new TokenStreamComponents(tokenizer, new ReadingBigramFilter(new SymbolStopFilter(tokenizer)));
        }
    }

    private static final class Morphemes extends Analyzer {
        private final Tokenizers tokenizers;

        Morphemes(Tokenizers tokenizers) {
            this.tokenizers = tokenizers;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return tokenizers.folded(reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = tokenizers.of(JapaneseTokenizer.Mode.NORMAL);
            return new TokenStreamComponents(tokenizer, new SymbolStopFilter(tokenizer));
        }
    }

    private static final class Characters extends Analyzer {
        private final int length;

        Characters(int length) {
            this.length = length;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return folded(reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new NGramTokenizer(length, length));
        }
    }

    /** Width, case, old forms and iteration marks folded: for words, whose meaning counts and not their very characters. */
    private static Reader foldVariants(Reader reader) {
        return new JapaneseIterationMarkCharFilter(KanjiVariantFolding.folded(folded(reader)), true, true);
    }

    static CharFilter folded(Reader reader) {
        return new ICUNormalizer2CharFilter(reader, FOLDING);
    }
}

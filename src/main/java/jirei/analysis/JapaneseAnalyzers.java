package jirei.analysis;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseIterationMarkCharFilter;
import org.apache.lucene.analysis.ja.JapaneseNumberFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.ngram.NGramTokenizer;

/**
 * Analyzers for Japanese text: words, readings, character bigrams for recall, and single characters for one-character
 * queries. All of them fold width and case identically, so that their offsets are consistent. Thread-safe.
 */
public final class JapaneseAnalyzers {
    /**
     * Incremented whenever the same text may yield different terms; an index built with another version must be
     * rebuilt.
     */
    public static final int VERSION = 6;

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

    private final UserDictionary userDictionary;
    private final Tokenizers tokenizers;

    private JapaneseAnalyzers(UserDictionary userDictionary, boolean caching) {
        this.userDictionary = userDictionary;
        this.tokenizers = caching ? new CachingTokenizers(userDictionary) : new PlainTokenizers(userDictionary);
    }

    /**
     * Creates analyzers with a user dictionary in Kuromoji's format: one entry per line with surface form,
     * segmentation, readings and part of speech.
     *
     * @throws LexiconException if a line is malformed
     * @throws IOException if the dictionary cannot be read
     */
    public static JapaneseAnalyzers with(Reader userDictionary) throws IOException, LexiconException {
        return new JapaneseAnalyzers(UserDictionaryReader.read(userDictionary), false);
    }

    /**
     * Returns the same analyzers with a tokenization cache, for indexing: each text is tokenized once per Kuromoji mode
     * although several analyzers process it. The cache takes about 2 MB per thread.
     */
    public JapaneseAnalyzers caching() {
        return new JapaneseAnalyzers(userDictionary, true);
    }

    /** Loads the dictionary, which takes some tenths of a second that the first analysis would otherwise wait for. */
    public static void loadDictionary() {
        new JapaneseTokenizer(null, false, JapaneseTokenizer.Mode.SEARCH);
    }

    /**
     * Returns {@code text} with width and case (NFKC_Casefold) and look-alike signs folded, as all analyzers fold it.
     */
    public static String foldWidthAndCase(String text) {
        return isPlain(text) ? text : LookAlikeFolding.fold(FOLDING.normalize(LookAlikeFolding.beforeWidth(text)));
    }

    /**
     * Returns whether the current token of a stream of {@link #searchMode()} or {@link #normalMode()} is a noun that can
     * state a topic: no suffix, number, pronoun or dependent noun, and no noun of time or quality such as 毎月 or 独自.
     */
    public static boolean isTopicNoun(TokenStream tokens) {
        return NounTags.isTopic(partOfSpeech(tokens));
    }

    /** Returns whether the current token of such a stream may be part of a compound noun. */
    public static boolean isCompoundPart(TokenStream tokens) {
        return NounTags.isCompoundPart(partOfSpeech(tokens));
    }

    /** Returns whether a compound noun may begin with the current token of such a stream. */
    public static boolean startsCompound(TokenStream tokens) {
        return NounTags.startsCompound(partOfSpeech(tokens));
    }

    /** Returns whether a compound noun may end with the current token of such a stream. */
    public static boolean endsCompound(TokenStream tokens) {
        return NounTags.endsCompound(partOfSpeech(tokens));
    }

    private static String partOfSpeech(TokenStream tokens) {
        PartOfSpeechAttribute attribute = tokens.getAttribute(PartOfSpeechAttribute.class);
        return attribute == null ? "" : Objects.requireNonNullElse(attribute.getPartOfSpeech(), "");
    }

    /**
     * Returns {@code text} as the word analyzers fold it before tokenization: width, case, old kanji forms and
     * iteration marks.
     */
    public static String foldVariants(String text) {
        if (isPlain(text) && KanjiVariantFolding.isModern(text)) {
            return text; // fast path for most lexicon words, which avoids the cost of readers and buffers
        }
        try (Reader reader = foldVariants(new StringReader(text))) {
            var folded = new StringBuilder(text.length());
            var buffer = new char[text.length() + 1]; // sized for single words: transferTo would allocate 16 KB each
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                folded.append(buffer, 0, read);
            }
            return folded.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns whether {@code text} consists of kana, kanji and lower-case ASCII, which only kanji variant folding may
     * change.
     */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLatin = c >= ' ' && c <= '~' && (c < 'A' || c > 'Z');
            boolean isKana = (c >= 'ぁ' && c <= 'ゖ') || (c >= 'ァ' && c <= 'ー');
            boolean isKanji = c >= '一' && c <= '\u9fff';
            char previous = i == 0 ? 0 : text.charAt(i - 1);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if ((!isLatin && !isKana && !isKanji) || !LookAlikeFolding.isUnchanged(previous, c, next)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Analyzes words in base form: Kuromoji's search mode. Compounds are emitted whole and in their parts; particles,
     * auxiliary verbs and symbols are dropped.
     */
    public Analyzer searchMode() {
        return new WordAnalyzer(tokenizers, JapaneseTokenizer.Mode.SEARCH);
    }

    /**
     * Analyzes words as {@link #searchMode()}, but emits compounds of the dictionary only whole: Kuromoji's normal
     * mode.
     */
    public Analyzer normalMode() {
        return new WordAnalyzer(tokenizers, JapaneseTokenizer.Mode.NORMAL);
    }

    /**
     * Analyzes the reading of a text as overlapping bigrams of kana, including particles and across word boundaries.
     */
    public Analyzer readings() {
        return new ReadingAnalyzer(tokenizers);
    }

    /** Returns {@code text} with width (NFKC) and look-alike signs folded, but not case. */
    public static String foldLookAlikes(String text) {
        return LookAlikeFolding.fold(Normalizer.normalize(LookAlikeFolding.beforeWidth(text), Normalizer.Form.NFKC));
    }

    /** Returns the term of {@code word}, which consists of katakana and is one token, as the word analyzers fold it. */
    public static String foldKatakana(String word) {
        return KatakanaFoldingFilter.fold(word);
    }

    /** Returns an extractor of nouns and readings. */
    public NounExtractor nouns() {
        return new NounExtractor(new MorphemeAnalyzer(tokenizers));
    }

    /** Analyzes overlapping bigrams of all characters, and marked bigrams at the edges of words, see {@link WordEdges}. */
    public Analyzer bigrams() {
        return new MarkedBigramAnalyzer(tokenizers);
    }

    /** Analyzes single characters. */
    public Analyzer unigrams() {
        return new UnigramAnalyzer();
    }

    /** Creates tokenizers that emit all morphemes, including symbols. */
    interface Tokenizers {
        /** Applies the character filters that {@link #create} expects. */
        Reader initReader(Reader reader);

        Tokenizer create(JapaneseTokenizer.Mode mode);
    }

    private record PlainTokenizers(UserDictionary userDictionary) implements Tokenizers {
        @Override
        public Reader initReader(Reader reader) {
            return foldVariants(reader);
        }

        @Override
        public Tokenizer create(JapaneseTokenizer.Mode mode) {
            return new JapaneseTokenizer(userDictionary, false, false, mode);
        }
    }

    @SuppressWarnings("ThreadLocalUsage") // the cached tokens depend on the user dictionary of the instance
    private static final class CachingTokenizers implements Tokenizers {
        private final ThreadLocal<Map<JapaneseTokenizer.Mode, TokenizationCache>> caches;

        CachingTokenizers(UserDictionary userDictionary) {
            var plain = new PlainTokenizers(userDictionary);
            caches = ThreadLocal.withInitial(() -> {
                Map<JapaneseTokenizer.Mode, TokenizationCache> byMode = new EnumMap<>(JapaneseTokenizer.Mode.class);
                for (JapaneseTokenizer.Mode mode : JapaneseTokenizer.Mode.values()) {
                    byMode.put(mode, new TokenizationCache(plain.create(mode), JapaneseAnalyzers::foldVariants));
                }
                return byMode;
            });
        }

        /** Returns the reader unchanged: the cache is keyed by the original text and folds it itself. */
        @Override
        public Reader initReader(Reader reader) {
            return reader;
        }

        @Override
        public Tokenizer create(JapaneseTokenizer.Mode mode) {
            return Objects.requireNonNull(caches.get().get(mode)).tokenizer();
        }
    }

    private static final class WordAnalyzer extends Analyzer {
        /**
         * In UTF-16 code units. Only a run of digits, which is one number, is longer; an index accepts no term of more
         * than 32,766 bytes.
         */
        private static final int MAX_TERM_LENGTH = 1_024;

        private final Tokenizers tokenizers;
        private final JapaneseTokenizer.Mode mode;

        WordAnalyzer(Tokenizers tokenizers, JapaneseTokenizer.Mode mode) {
            this.tokenizers = tokenizers;
            this.mode = mode;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return tokenizers.initReader(reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = tokenizers.create(mode);
            TokenStream tokens = new SeparatorFilter(new JapaneseBaseFormFilter(tokenizer));
            tokens = new JapaneseNumberFilter(tokens);
            if (mode == JapaneseTokenizer.Mode.SEARCH) {
                tokens = new NumberListFilter(tokens); // the other fields have one term a position
            }
            tokens = new ContentWordFilter(tokens);
            tokens = new StopFilter(tokens, JapaneseAnalyzer.getDefaultStopSet());
            tokens = new OkuriganaFilter(tokens);
            tokens = new KatakanaFoldingFilter(tokens);
            return new TokenStreamComponents(tokenizer, new LengthFilter(tokens, 0, MAX_TERM_LENGTH));
        }
    }

    private static final class ReadingAnalyzer extends Analyzer {
        private final Tokenizers tokenizers;

        ReadingAnalyzer(Tokenizers tokenizers) {
            this.tokenizers = tokenizers;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return tokenizers.initReader(reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = tokenizers.create(JapaneseTokenizer.Mode.NORMAL);
            return new TokenStreamComponents(tokenizer, new ReadingBigramFilter(new SymbolStopFilter(tokenizer)));
        }
    }

    private static final class MorphemeAnalyzer extends Analyzer {
        private final Tokenizers tokenizers;

        MorphemeAnalyzer(Tokenizers tokenizers) {
            this.tokenizers = tokenizers;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return tokenizers.initReader(reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = tokenizers.create(JapaneseTokenizer.Mode.NORMAL);
            return new TokenStreamComponents(tokenizer, new SymbolStopFilter(tokenizer));
        }
    }

    private static final class UnigramAnalyzer extends Analyzer {
        @Override
        protected Reader initReader(String field, Reader reader) {
            return foldWidthAndCase(reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new NGramTokenizer(1, 1));
        }
    }

    private static final class MarkedBigramAnalyzer extends Analyzer {
        private final TextWords words;

        MarkedBigramAnalyzer(Tokenizers tokenizers) {
            this.words = new TextWords(tokenizers);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new MarkedBigramTokenizer(words.boundaries(), words::isWord));
        }
    }

    /**
     * Folds width, case, look-alikes, old kanji forms, iteration marks and notations of numbers, for analyzers that match
     * words rather than literal characters.
     */
    private static Reader foldVariants(Reader reader) {
        Reader folded = foldWidthAndCase(KanjiVariantFolding.beforeWidth(reader));
        return KanjiVariantFolding.charFilter(new JapaneseIterationMarkCharFilter(folded, true, false));
    }

    static CharFilter foldWidthAndCase(Reader reader) {
        return LookAlikeFolding.charFilter(new ICUNormalizer2CharFilter(LookAlikeFolding.beforeWidth(reader), FOLDING));
    }
}

package jirei.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jirei.analysis.Noun.Role;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Finds the nouns of texts, and how texts are read. */
public final class NounExtractor {
    private static final List<String> NO_WORDS = List.of("名詞-数", "名詞-代名詞", "名詞-非自立", "名詞-特殊", "名詞-接続詞的");

    private final Analyzer analyzer;

    /**
     * @param analyzer gives every morpheme with its reading and part of speech
     */
    NounExtractor(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** The nouns of {@code text} in order: no numbers, no pronouns, none of those that only help other words. */
    public List<Noun> extract(String text) {
        List<Noun> nouns = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            var morpheme = new Morpheme(stream);
            int end = -1;
            while (stream.incrementToken()) {
                Optional<Role> role = morpheme.role();
                if (role.isPresent()) {
                    boolean joined = morpheme.offset.startOffset() == end;
                    nouns.add(morpheme.noun(text, joined, role.get()));
                    end = morpheme.offset.endOffset();
                }
            }
            stream.end();
            return nouns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How {@code text} is read, in full-width katakana; what can't be read stands as it is, folded. */
    public String reading(String text) {
        var reading = new StringBuilder();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            var morpheme = new Morpheme(stream);
            while (stream.incrementToken()) {
                reading.append(morpheme.read());
            }
            stream.end();
            return reading.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the stream tells of the morpheme at which it stands. */
    private static final class Morpheme {
        private final CharTermAttribute term;
        private final OffsetAttribute offset;
        private final ReadingAttribute reading;
        private final PartOfSpeechAttribute partOfSpeech;

        Morpheme(TokenStream stream) throws IOException {
            term = stream.addAttribute(CharTermAttribute.class);
            offset = stream.addAttribute(OffsetAttribute.class);
            reading = stream.addAttribute(ReadingAttribute.class);
            partOfSpeech = stream.addAttribute(PartOfSpeechAttribute.class);
            stream.reset();
        }

        Noun noun(String text, boolean joined, Role role) {
            String folded = term.toString();
            String written = text.substring(offset.startOffset(), offset.endOffset());
            return new Noun(written.equals(folded) ? folded : written, folded, read(), joined, role);
        }

        String read() {
            String known = reading.getReading();
            return known == null ? Kana.toKatakana(term) : known;
        }

        Optional<Role> role() {
            String name = Objects.requireNonNullElse(partOfSpeech.getPartOfSpeech(), "");
            if (name.startsWith("接頭詞-名詞接続")) {
                return Optional.of(Role.PREFIX);
            }
            if (name.startsWith("名詞-接尾")) {
                return Optional.of(Role.SUFFIX);
            }
            boolean word = name.contains("名詞") && NO_WORDS.stream().noneMatch(name::startsWith);
            return word && hasLetter() ? Optional.of(Role.WORD) : Optional.empty();
        }

        /** The dictionary takes signs that it doesn't know for nouns. */
        private boolean hasLetter() {
            return term.chars().anyMatch(Character::isLetter);
        }
    }
}

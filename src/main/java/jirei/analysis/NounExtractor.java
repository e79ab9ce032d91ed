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

/** Extracts nouns and readings from texts. Thread-safe. */
public final class NounExtractor {
    private static final List<String> EXCLUDED_TAGS = List.of("名詞-数", "名詞-代名詞", "名詞-非自立", "名詞-特殊", "名詞-接続詞的");

    private final Analyzer analyzer;

    /**
     * @param analyzer emits every morpheme with its reading and part of speech
     */
    NounExtractor(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Returns the nouns of {@code text} in order, without numbers, pronouns and dependent nouns. */
    public List<Noun> extract(String text) {
        List<Noun> nouns = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            var morpheme = new Morpheme(stream);
            int end = -1;
            while (stream.incrementToken()) {
                Optional<Role> role = morpheme.role();
                if (role.isPresent()) {
                    boolean adjacent = morpheme.offset.startOffset() == end;
                    nouns.add(morpheme.noun(text, adjacent, role.get()));
                    end = morpheme.offset.endOffset();
                }
            }
            stream.end();
            return nouns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the reading of {@code text} in full-width katakana; folded characters without a reading are unchanged.
     */
    public String reading(String text) {
        var reading = new StringBuilder();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            var morpheme = new Morpheme(stream);
            while (stream.incrementToken()) {
                reading.append(morpheme.reading());
            }
            stream.end();
            return reading.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The attributes of the current token of a stream. */
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

        Noun noun(String text, boolean adjacent, Role role) {
            String folded = term.toString();
            String surface = text.substring(offset.startOffset(), offset.endOffset());
            return new Noun(surface.equals(folded) ? folded : surface, folded, reading(), adjacent, role);
        }

        String reading() {
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
            boolean isNoun = name.contains("名詞") && EXCLUDED_TAGS.stream().noneMatch(name::startsWith);
            return isNoun && hasLetter() ? Optional.of(Role.WORD) : Optional.empty();
        }

        /** Excludes unknown symbols, which Kuromoji tags as nouns. */
        private boolean hasLetter() {
            return term.chars().anyMatch(Character::isLetter);
        }
    }
}

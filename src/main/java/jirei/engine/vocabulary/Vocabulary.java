package jirei.engine.vocabulary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.Kana;
import jirei.analysis.KanaInputAutomaton;
import jirei.search.Suggestion.Kind;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * The words of a corpus, numbered from 0 in suggestion order, best first. Stored in a file next to the index, which the
 * commit names. Immutable.
 */
public final class Vocabulary {
    /** The file name for an index built from scratch; later generations have a number. */
    public static final String FILE = "vocabulary.bin";

    private static final Pattern FILES = Pattern.compile("vocabulary(-[0-9a-z]+)?\\.bin");
    private static final String CODEC = "JireiVocabulary";
    /** Rarer words are not scanned for infix matches. */
    private static final int MAX_SCANNED = 30_000;

    private final List<VocabularyEntry> entries;
    private final List<String> keys;
    private final PrefixIndex texts;
    private final PrefixIndex readings;

    private Vocabulary(List<VocabularyEntry> entries, List<String> keys, PrefixIndex texts, PrefixIndex readings) {
        this.entries = List.copyOf(entries);
        this.keys = keys;
        this.texts = texts;
        this.readings = readings;
    }

    /** Returns the file name for the commit {@code generation} of an index. */
    public static String file(long generation) {
        return "vocabulary-" + Long.toString(generation, Character.MAX_RADIX) + ".bin";
    }

    /** Deletes every vocabulary file in {@code directory} except {@code kept}. */
    public static void deleteOthers(String kept, Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (FILES.matcher(file).matches() && !file.equals(kept)) {
                directory.deleteFile(file);
            }
        }
    }

    /** Writes {@code entries}, best first, to {@code file} in the directory of an index, and syncs it. */
    public static void write(List<VocabularyEntry> entries, Directory directory, String file) throws IOException {
        List<String> keys = entries.stream()
                .map(entry -> JapaneseAnalyzers.foldVariants(entry.text()))
                .toList();
        try (IndexOutput out = directory.createOutput(file, IOContext.DEFAULT)) {
            CodecUtil.writeHeader(out, CODEC, 0);
            out.writeInt(entries.size());
            for (int number = 0; number < entries.size(); number++) {
                VocabularyEntry entry = entries.get(number);
                String key = keys.get(number);
                out.writeString(entry.text());
                out.writeString(key.equals(entry.text()) ? "" : key);
                out.writeString(entry.reading());
                out.writeString(entry.kind().name());
                out.writeInt(entry.sections());
            }
            PrefixIndex.of(keys).write(out);
            PrefixIndex.of(phoneticKeys(entries)).write(out);
            CodecUtil.writeFooter(out);
        }
        directory.sync(Set.of(file));
    }

    /**
     * Reads a file written by {@link #write}.
     *
     * @throws IOException if the file is missing or corrupt
     */
    public static Vocabulary read(Directory directory, String file) throws IOException {
        try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(in); // verify before sizes are read and trusted
        }
        try (ChecksumIndexInput in = directory.openChecksumInput(file)) {
            CodecUtil.checkHeader(in, CODEC, 0, 0);
            int size = in.readInt();
            List<VocabularyEntry> entries = new ArrayList<>(size);
            List<String> keys = new ArrayList<>(size);
            for (int number = 0; number < size; number++) {
                String text = in.readString();
                String key = in.readString();
                keys.add(key.isEmpty() ? text : key);
                entries.add(new VocabularyEntry(text, in.readString(), Kind.valueOf(in.readString()), in.readInt()));
            }
            var texts = PrefixIndex.read(in, keys);
            var readings = PrefixIndex.read(in, phoneticKeys(entries));
            CodecUtil.checkFooter(in);
            return new Vocabulary(entries, keys, texts, readings);
        }
    }

    private static List<String> phoneticKeys(List<VocabularyEntry> entries) {
        return entries.stream().map(Vocabulary::phoneticKey).toList();
    }

    private static String phoneticKey(VocabularyEntry entry) {
        String key = Kana.phoneticKey(entry.reading());
        return key.equals(entry.reading()) ? entry.reading() : key;
    }

    /** The words, best first. */
    public List<VocabularyEntry> entries() {
        return entries;
    }

    /**
     * The numbers of the words that begin with {@code typed}, in characters, kana or romaji; the typed word itself is
     * not included.
     */
    BitSet withPrefix(String typed) {
        String key = JapaneseAnalyzers.foldVariants(typed);
        var found = new BitSet(entries.size());
        texts.find(key, found);
        readings.find(KanaInputAutomaton.steps(typed), found);
        found.stream().filter(number -> keys.get(number).equals(key)).forEach(found::clear);
        return found;
    }

    /**
     * The numbers of the words that contain {@code typed} after their first character; the rarest words are not
     * scanned.
     */
    BitSet withInfix(String typed) {
        String key = JapaneseAnalyzers.foldVariants(typed);
        int end = Math.min(entries.size(), MAX_SCANNED);
        var found = new BitSet(end);
        for (int number = 0; number < end; number++) {
            if (keys.get(number).indexOf(key) > 0) {
                found.set(number);
            }
        }
        return found;
    }
}

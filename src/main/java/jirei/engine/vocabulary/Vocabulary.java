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
 * The words of a corpus, the best to suggest first. They are numbered in that order from 0. A file beside the index keeps them,
 * named by the commit that it goes with.
 */
public final class Vocabulary {
    /** The file of an index that was built whole; later ones have a number. */
    public static final String FILE = "vocabulary.bin";

    private static final Pattern FILES = Pattern.compile("vocabulary(-[0-9a-z]+)?\\.bin");
    private static final String CODEC = "JireiVocabulary";
    /** The rest is too rare to be looked through for what stands inside of words. */
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

    /** The name of the file that goes with the {@code generation}th commit of an index. */
    public static String file(long generation) {
        return "vocabulary-" + Long.toString(generation, Character.MAX_RADIX) + ".bin";
    }

    /** Deletes every vocabulary in {@code directory} but {@code kept}. */
    public static void deleteOthers(String kept, Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (FILES.matcher(file).matches() && !file.equals(kept)) {
                directory.deleteFile(file);
            }
        }
    }

    /** Writes {@code entries}, the best first, to {@code file} in the folder of an index. */
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
            PrefixIndex.of(sounds(entries)).write(out);
            CodecUtil.writeFooter(out);
        }
        directory.sync(Set.of(file));
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IOException if it isn't there or is damaged
     */
    public static Vocabulary read(Directory directory, String file) throws IOException {
        try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(in); // before a wrong number is taken for a size
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
            var readings = PrefixIndex.read(in, sounds(entries));
            CodecUtil.checkFooter(in);
            return new Vocabulary(entries, keys, texts, readings);
        }
    }

    private static List<String> sounds(List<VocabularyEntry> entries) {
        return entries.stream().map(Vocabulary::sounds).toList();
    }

    private static String sounds(VocabularyEntry entry) {
        String sounds = Kana.phoneticKey(entry.reading());
        return sounds.equals(entry.reading()) ? entry.reading() : sounds;
    }

    /** Every word, the best to suggest first. */
    public List<VocabularyEntry> entries() {
        return entries;
    }

    /** The numbers of the words that begin with {@code typed}, in characters, kana or Latin letters; not that of itself. */
    BitSet beginning(String typed) {
        String key = JapaneseAnalyzers.foldVariants(typed);
        var found = new BitSet(entries.size());
        texts.find(key, found);
        readings.find(KanaInputAutomaton.steps(typed), found);
        found.stream().filter(number -> keys.get(number).equals(key)).forEach(found::clear);
        return found;
    }

    /** The numbers of the words that have {@code typed} inside; the rarest words aren't looked into. */
    BitSet containing(String typed) {
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

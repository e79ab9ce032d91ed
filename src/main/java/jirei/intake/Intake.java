package jirei.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import jirei.corpus.Lexicon;

/** Turns source documents into cases. */
public final class Intake {
    private static final List<LayoutReader> READERS = List.of(new MierukaReader());

    private Intake() {}

    /**
     * Reads the cases of a source document; who acts and what it is about is found by the lexicon.
     *
     * @throws IOException if {@code file} can't be read
     * @throws SourceFormatException if it is no text of a known layout
     */
    public static Import read(Path file, Lexicon lexicon) throws IOException, SourceFormatException {
        SourceText source = SourceText.read(file);
        for (LayoutReader reader : READERS) {
            if (reader.reads(source.lines())) {
                return reader.read(source, lexicon);
            }
        }
        String names = READERS.stream().map(LayoutReader::name).collect(Collectors.joining("、"));
        throw new SourceFormatException("「" + source.name() + "」は取り込める形ではないため、次の形の文書を渡してください: " + names + "。");
    }
}

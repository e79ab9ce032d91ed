package jirei.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.document.DocumentReader;
import jirei.intake.layout.CaseIds;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.LayoutReader;
import jirei.intake.layout.SourceText;
import jirei.intake.mieruka.MierukaReader;
import jirei.intake.outline.OutlineReader;
import jirei.intake.source.Format;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;

/**
 * Turns source documents into cases; who acts and what it is about is found by the lexicon.
 *
 * <p>The reader is chosen by what stands in a file: our own forms are taken as they are, known layouts have their own
 * reader, everything else is read by its headings. One intake gives no two documents the same id; not for several threads.
 */
public final class Intake {
    private static final List<LayoutReader> LAYOUTS = List.of(new MierukaReader());

    private final Lexicon lexicon;
    private final CaseFileImporter forms;
    private final OutlineReader outline;
    private final Set<String> stems = new HashSet<>();

    /** An intake that finds actors and themes by {@code lexicon}. */
    public Intake(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.forms = new CaseFileImporter(lexicon);
        this.outline = new OutlineReader(lexicon);
    }

    /** As {@link #read(SourceFile)}, for one document alone. */
    public static ImportResult read(Path file, Lexicon lexicon) throws IOException, SourceFormatException {
        return new Intake(lexicon).read(SourceFile.of(file));
    }

    /**
     * Reads the cases of a source document.
     *
     * @throws IOException if {@code file} can't be read
     * @throws SourceFormatException if nothing can be made of it
     */
    public ImportResult read(SourceFile file) throws IOException, SourceFormatException {
        Format format = Format.of(file.path());
        return switch (format) {
            case CASE_MARKDOWN -> forms.markdown(file);
            case CASE_LINES -> forms.lines(file);
            case ZIP -> throw new SourceFormatException("「" + file.name() + "」はZIPの中のZIPのため、展開してから取り込んでください。");
            default -> read(DocumentReader.read(file, format), file);
        };
    }

    private ImportResult read(SourceDocument document, SourceFile file) throws SourceFormatException {
        for (LayoutReader layout : LAYOUTS) {
            if (layout.reads(document.lines())) {
                return layout.read(new SourceText(document.name(), document.lines()), lexicon);
            }
        }
        return outline.read(document, idStem(file));
    }

    /** The first document of a name has its id from the name alone, a later one from its folders too. */
    private String idStem(SourceFile file) {
        String stem = CaseIds.stem(file.stem());
        if (stems.add(stem)) {
            return stem;
        }
        String longer = stem + "-" + CaseIds.hash(file.name());
        stems.add(longer);
        return longer;
    }
}

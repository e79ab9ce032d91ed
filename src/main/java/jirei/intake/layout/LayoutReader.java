package jirei.intake.layout;

import jirei.corpus.lexicon.Lexicon;
import jirei.intake.source.SourceDocument;

/** Reads source documents of one layout. Implementations are stateless. Thread-safe. */
public interface LayoutReader {
    /** Returns the name of the layout for the user, as in 見える化. */
    String name();

    /** Returns whether a document has this layout. The decision depends on the content only. */
    boolean accepts(SourceDocument document);

    /** Reads the cases of a document for which {@link #accepts} is true. */
    ImportResult read(SourceDocument document, Lexicon lexicon);
}

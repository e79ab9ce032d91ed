package jirei.intake.layout;

import java.util.List;
import jirei.corpus.lexicon.Lexicon;

/** Reads source documents of one layout. Implementations are stateless. Thread-safe. */
public interface LayoutReader {
    /** Returns the name of the layout for the user, as in 見える化. */
    String name();

    /** Returns whether a text with these lines has this layout. The decision depends on the content only. */
    boolean accepts(List<String> lines);

    /** Reads the cases of a text for which {@link #accepts} is true. */
    ImportResult read(SourceText source, Lexicon lexicon);
}

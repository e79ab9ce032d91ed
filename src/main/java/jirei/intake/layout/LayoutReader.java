package jirei.intake.layout;

import java.util.List;
import jirei.corpus.lexicon.Lexicon;

/** Reads source documents of one layout. */
public interface LayoutReader {
    /** The layout's name as a person would say it, as in 見える化. */
    String name();

    /** Whether a text with these lines has this layout; decided by what stands there, never by the file's name. */
    boolean reads(List<String> lines);

    /** The cases of a text that {@link #reads} accepts. */
    ImportResult read(SourceText source, Lexicon lexicon);
}

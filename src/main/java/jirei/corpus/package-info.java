/**
 * How a case is kept in a file.
 *
 * <p>A case file is the hinge of the whole: Markdown with YAML front matter, which a person can read, check and correct
 * ({@link jirei.corpus.CaseMarkdown}), or JSON Lines for bulk ({@link jirei.corpus.CaseJson}). Everything behind it is
 * derived. {@link jirei.corpus.CorpusReader} reads a whole directory and tells all faults by file and line. The controlled
 * lists of actors and themes, with the rules that find them in a text, are read here too ({@link jirei.corpus.Lexicon}).
 *
 * <p>Depends on {@code cases}.
 */
@NullMarked
package jirei.corpus;

import org.jspecify.annotations.NullMarked;

/**
 * How is a text file read, written and diagnosed?
 *
 * <p>Strict UTF-8 decoding, atomic replacement of files, SHA-256, and {@link jirei.corpus.text.CorpusDiagnostic}:
 * file, line, problem.
 *
 * <p>Depends on nothing.
 */
@NullMarked
package jirei.corpus.text;

import org.jspecify.annotations.NullMarked;

/**
 * How does Japanese text become terms?
 *
 * <p>{@link jirei.analysis.JapaneseAnalyzers} builds the analyzers for indexing and querying from Kuromoji and the user
 * dictionary. Normalization of width, case, kanji variants and kana is shared by index and query.
 *
 * <p>Depends on {@code cases}, for the names of municipalities.
 */
@NullMarked
package jirei.analysis;

import org.jspecify.annotations.NullMarked;

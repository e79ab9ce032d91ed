/**
 * Which fields does the index have?
 *
 * <p>{@link jirei.engine.schema.IndexField} and {@link jirei.engine.schema.AnalyzedField} name the fields;
 * {@link jirei.engine.schema.CaseDocumentMapper} maps a case to a block of documents and back.
 *
 * <p>Depends on {@code cases}, {@code analysis}, {@code query}, {@code search}, {@code corpus}, {@code corpus.text},
 * {@code corpus.lexicon} and {@code corpus.format}.
 */
@NullMarked
package jirei.engine.schema;

import org.jspecify.annotations.NullMarked;

/**
 * How are cases written to disk?
 *
 * <p>Full and incremental indexing into generations ({@link jirei.lucene.index.GenerationFolder}); checksums,
 * fingerprints and the catalog of indexed files.
 *
 * <p>Depends on {@code engine.schema} and the packages before it.
 */
@NullMarked
package jirei.lucene.index;

import org.jspecify.annotations.NullMarked;

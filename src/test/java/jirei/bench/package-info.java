/**
 * How fast is it, and how large, compared with Lucene alone?
 *
 * <p>{@link jirei.bench.Bench} generates a corpus of any size, indexes it, runs the queries of
 * {@code bench/queries.tsv} against a server in a separate process and against plain Lucene, and writes the tables and
 * the chart of {@code benchmarks.md}.
 *
 * <p>Not part of the product; run it with {@code mvn -Pbench}.
 */
@NullMarked
package jirei.bench;

import org.jspecify.annotations.NullMarked;

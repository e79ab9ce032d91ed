/**
 * How fast is it, and how large, compared with Lucene alone?
 *
 * <p>{@link jirei.bench.Bench} makes a corpus of any size, indexes it, asks a server in a process of its own the queries of {@code
 * bench/queries.tsv}, asks bare Lucene the same in the same run, and writes the tables and the picture of {@code benchmarks.md}.
 *
 * <p>No part of the product; it runs by {@code mvn -Pbench}.
 */
@NullMarked
package jirei.bench;

import org.jspecify.annotations.NullMarked;

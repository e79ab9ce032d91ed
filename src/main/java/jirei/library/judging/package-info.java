/**
 * Which hits did people judge, and how good is the ranking for them?
 *
 * <p>{@link jirei.library.judging.JudgmentStore} keeps the judgments in the formats that {@code evaluate} reads, and {@link
 * jirei.library.judging.JudgedRanking} measures the ranking of the judged queries, now and before the last change of the
 * lexicon.
 *
 * <p>Depends on {@code query}, {@code search}, {@code evaluation} and {@code library.cases}.
 */
@NullMarked
package jirei.library.judging;

import org.jspecify.annotations.NullMarked;

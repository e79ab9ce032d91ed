/**
 * In which file is a case, and how is it changed without losing anything?
 *
 * <p>{@link jirei.library.cases.CaseStore} finds, changes, publishes and withdraws cases; it keeps the version before
 * each change in {@link jirei.library.cases.CaseHistory}. {@link jirei.library.cases.CaseDrafts} keeps what editors have
 * typed. {@link jirei.library.cases.ImportTarget} writes the cases of an import.
 *
 * <p>Depends on {@code cases}, {@code corpus} and {@code intake}.
 */
@NullMarked
package jirei.library.cases;

import org.jspecify.annotations.NullMarked;

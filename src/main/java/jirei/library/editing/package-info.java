/**
 * What has an editor typed into the form of a case, and is it a valid case?
 *
 * <p>{@link jirei.library.editing.CaseForm} holds the texts of the form, valid or not; {@link
 * jirei.library.editing.SectionOperation} rearranges its sections; {@link jirei.library.editing.CaseFormReader} makes a
 * case of it or says at which field it fails. {@link jirei.library.editing.CaseComparison} shows what differs between two
 * versions.
 *
 * <p>Depends on {@code cases} and {@code corpus}.
 */
@NullMarked
package jirei.library.editing;

import org.jspecify.annotations.NullMarked;

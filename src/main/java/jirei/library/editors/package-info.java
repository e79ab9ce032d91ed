/**
 * Who may change something, and who changed what?
 *
 * <p>{@link jirei.library.editors.Editors} are the people named in a file with hashed passwords, which
 * {@link jirei.library.editors.EditorFile} reads and changes; {@link jirei.library.editors.AuditLog} records each change.
 * Passwords are never kept. Nothing here knows HTTP.
 *
 * <p>Depends on {@code corpus.text}.
 */
@NullMarked
package jirei.library.editors;

import org.jspecify.annotations.NullMarked;

/**
 * What can be configured?
 *
 * <p>Immutable records, created by {@code cli}; nothing here reads a file or a system property.
 *
 * <p>Depends on {@code query}.
 */
@NullMarked
package jirei.web.settings;

import org.jspecify.annotations.NullMarked;

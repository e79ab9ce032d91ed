/**
 * How a case is kept in a file.
 *
 * <p>A case file is the hinge of the whole: Markdown with YAML front matter, which a person can read, check and correct, or
 * JSON Lines for bulk. Everything behind it is derived. The controlled lists of actors and themes, with the rules that find
 * them in a text, are read here too.
 *
 * <p>Depends on {@code cases}.
 */
@NullMarked
package jirei.corpus;

import org.jspecify.annotations.NullMarked;

/**
 * What the user asked for, before any index is consulted.
 *
 * <p>{@code QueryParser} turns what was typed into a {@code QueryExpression}; it never refuses a text. Nothing here knows an
 * index, so the meaning of a query can be read and tested as plain Java.
 *
 * <p>Depends on {@code cases}.
 */
@NullMarked
package jirei.query;

import org.jspecify.annotations.NullMarked;

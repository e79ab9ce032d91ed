/**
 * How is the program started?
 *
 * <p>One class a command, exit codes, messages to people. {@link jirei.cli.Main} is the entry point.
 *
 * <p>Depends on everything.
 */
@NullMarked
package jirei.cli;

import org.jspecify.annotations.NullMarked;

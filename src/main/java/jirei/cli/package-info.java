/**
 * How is the program run from the command line?
 *
 * <p>One class per command, the exit codes and the messages to the user. {@link jirei.cli.Main} is the entry point.
 *
 * <p>May depend on every other package.
 */
@NullMarked
package jirei.cli;

import org.jspecify.annotations.NullMarked;

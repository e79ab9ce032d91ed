/**
 * How the program is started: one class a command, exit codes, messages to people.
 *
 * <p>Depends on everything.
 */
@NullMarked
package jirei.cli;

import org.jspecify.annotations.NullMarked;

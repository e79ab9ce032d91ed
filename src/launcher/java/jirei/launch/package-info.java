/**
 * Which Java and which JVM options run the program?
 *
 * <p>{@link jirei.launch.Launcher} is the main class of the jar. Compiled for Java 11, so that an older Java can start a
 * newer one.
 *
 * <p>Depends on nothing.
 */
package jirei.launch;

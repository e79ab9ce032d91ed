/** Entry point of the jar, for any Java from 11 on: selects the Java and the JVM options that run the program. */
package jirei.launch;

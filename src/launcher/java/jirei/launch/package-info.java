/** What is run first, by any Java: finds the Java and the options by which the program starts best. */
package jirei.launch;

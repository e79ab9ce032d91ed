package jirei.search;

/**
 * State of a supervised background thread. Immutable.
 *
 * @param name the name of the thread
 * @param failing whether its last round failed, so that its work is not done until the next round succeeds
 * @param restarts how often it was restarted since the program started
 * @param lastFailure the last reason for a restart; empty if there was none
 */
public record ThreadStatus(String name, boolean failing, long restarts, String lastFailure) {}

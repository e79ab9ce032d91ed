package jirei;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures work by the bytes that it allocates. Unlike time, that number depends neither on the speed of the machine
 * nor on what else runs on it. Stateless.
 */
public final class AllocatedBytes {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocatedBytes() {}

    /** Returns the bytes that the calling thread has allocated since it started. */
    public static long ofThisThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Returns the bytes that all threads have allocated since this JVM started. */
    public static long ofAllThreads() {
        return THREADS.getTotalThreadAllocatedBytes();
    }
}

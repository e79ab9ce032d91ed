package jirei;

import java.util.Random;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.slf4j.LoggerFactory;

/**
 * The seed of a randomized test class: registered as an extension, it is printed after the last test and added to each
 * failure. It is fixed unless a property is set: {@code -Djirei.seed=N} sets another seed for all tests, {@code
 * -Djirei.seed=random} draws one. Immutable.
 */
public final class Seed implements AfterAllCallback, TestExecutionExceptionHandler {
    private static final String PROPERTY = "jirei.seed";

    private final long value;

    private Seed(long value) {
        this.value = value;
    }

    /** Returns the seed of the property, {@code defaultSeed} without one. */
    public static Seed of(long defaultSeed) {
        String property = System.getProperty(PROPERTY, "");
        return new Seed(
                switch (property) {
                    case "" -> defaultSeed;
                    case "random" -> System.nanoTime();
                    default -> Long.parseLong(property);
                });
    }

    /** Returns the seed. */
    public long value() {
        return value;
    }

    /** Returns a generator that starts from the seed. */
    public Random random() {
        return new Random(value);
    }

    /** The option that repeats a run with this seed. */
    @Override
    public String toString() {
        return "-D" + PROPERTY + "=" + value;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        LoggerFactory.getLogger(context.getRequiredTestClass()).warn("randomized by {}", this);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
        throw new AssertionError(failure.getMessage() + "\nrepeat with " + this, failure);
    }
}

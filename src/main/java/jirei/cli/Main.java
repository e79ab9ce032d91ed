package jirei.cli;

/** Starts the program. */
public final class Main {
    private Main() {}

    /** Runs the command named by {@code arguments}. */
    public static void main(String[] arguments) {}
}

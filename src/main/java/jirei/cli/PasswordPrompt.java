package jirei.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a password: twice from the terminal, without echo, or else the first line of standard input. Not thread-safe. */
final class PasswordPrompt {
    private final InputStream input;

    PasswordPrompt(InputStream input) {
        this.input = input;
    }

    /**
     * Returns the password for {@code name}.
     *
     * @throws WrongInputException if there is none, or if the second differs from the first
     */
    @SuppressWarnings("SystemConsoleNull") // on Java 21 it is null without a terminal
    String read(String name) throws IOException {
        Console terminal = System.console();
        return terminal != null && isTerminal(terminal) ? typed(terminal, name) : firstLine();
    }

    /** Java 22 and later may have a console whose input is a file, and a method that says so. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }

    private static String typed(Console terminal, String name) {
        char[] first = required(terminal.readPassword("%s のパスワード: ", name));
        char[] second = required(terminal.readPassword("もう一度: "));
        try {
            if (!Arrays.equals(first, second)) {
                throw new WrongInputException("二つのパスワードが違います。もう一度実行してください。");
            }
            return String.valueOf(first);
        } finally {
            Arrays.fill(first, ' ');
            Arrays.fill(second, ' ');
        }
    }

    private static char[] required(char @Nullable [] typed) {
        if (typed == null) {
            throw new WrongInputException("パスワードがありません。端末で入れるか、標準入力に1行で渡してください。");
        }
        return typed;
    }

    private String firstLine() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        @Nullable String line = lines.readLine();
        return String.valueOf(required(line == null ? null : line.toCharArray()));
    }
}

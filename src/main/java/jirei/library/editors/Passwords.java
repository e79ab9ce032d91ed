package jirei.library.editors;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** Hashes passwords with bcrypt. Stateless. */
final class Passwords {
    /** In characters. */
    static final int MIN_LENGTH = 8;
    /** In bytes of UTF-8; bcrypt reads no more. */
    static final int MAX_BYTES = 72;
    /** The binary logarithm of the number of rounds: about 0.3 seconds for a hash. */
    private static final int COST = 12;
    /** With costs that are neither too weak nor take minutes. */
    private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$(0[89]|1[0-5])\\$[./A-Za-z0-9]{53}");

    private Passwords() {}

    static String hash(String password) {
        return BCrypt.hashpw(password, BCrypt.gensalt(COST));
    }

    static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** Whether {@code password} has the hash {@code hash}. Takes as long for a wrong one. */
    static boolean matches(String password, String hash) {
        return BCrypt.checkpw(password, hash) && isShortEnough(password);
    }

    /** Whether bcrypt reads all of {@code password}. */
    static boolean isShortEnough(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }
}

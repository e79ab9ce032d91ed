package jirei.web.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Who may change cases and documents, and within which limits. Immutable.
 *
 * @param editorsFile the file of editors, who sign in with a password; null if there is none
 * @param editorHeader the header in which a proxy names the editor; null if none does
 * @param proxies the proxies whose headers are believed: that one and those of RFC 7239's predecessors
 *     ({@code X-Forwarded-For}, {@code X-Forwarded-Host}, {@code X-Forwarded-Proto})
 * @param downloadsSources whether readers may download source documents
 * @param uploadBytes the maximum size of an uploaded file, in bytes, at least 1
 * @param historyVersions the number of versions of a case that are kept, at least 1
 * @param localUser the name of the editor who uses this machine
 */
public record EditingSettings(
        @Nullable Path editorsFile,
        @Nullable String editorHeader,
        TrustedProxies proxies,
        boolean downloadsSources,
        int uploadBytes,
        int historyVersions,
        String localUser) {
    /** Nobody is named, and the other settings are those of a server for one machine. */
    public static final EditingSettings DEFAULT =
            new EditingSettings(null, null, TrustedProxies.NONE, true, 200 << 20, 100, "local");

    /**
     * @throws IllegalArgumentException if a limit is out of range, or a header is named without the proxies that set it
     */
    public EditingSettings {
        if (uploadBytes < 1 || historyVersions < 1) {
            throw new IllegalArgumentException(
                    "limits must be at least 1, got " + uploadBytes + ", " + historyVersions);
        }
        if (editorHeader != null && proxies.isEmpty()) {
            throw new IllegalArgumentException("header " + editorHeader + " needs the addresses of its proxies");
        }
    }

    /** Whether editors are named, so that others cannot edit, not even on this machine. */
    public boolean namesEditors() {
        return editorsFile != null || editorHeader != null;
    }
}

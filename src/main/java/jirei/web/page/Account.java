package jirei.web.page;

/**
 * What the person who reads a page may do. Immutable.
 *
 * @param canEdit whether this person may edit, or may sign in to do so
 * @param name the name under which this person is signed in; empty for nobody, and for the user of this machine
 * @param token what a request that changes something has to carry in the form field {@code _token}; empty if this
 *     person may not edit
 * @param canSignOut whether this person signed in with a password
 */
public record Account(boolean canEdit, String name, String token, boolean canSignOut) {
    /** Somebody who only reads. */
    public static final Account READER = new Account(false, "", "", false);

    /** Whether this person may edit without signing in first. */
    public boolean isEditor() {
        return canEdit && !token.isEmpty();
    }

    /** Whether the page says who is signed in. */
    public boolean hasName() {
        return !name.isEmpty();
    }
}

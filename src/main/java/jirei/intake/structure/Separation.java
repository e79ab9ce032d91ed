package jirei.intake.structure;

import java.util.List;

/**
 * How a document is divided into cases. Immutable.
 *
 * @param starts the starts of the cases in their order; empty if the document is one case
 * @param level the level of the headings with which the cases start; 0 if they start otherwise
 * @param isForm whether each case is a form
 * @param sign the sign by which they are divided, for the user
 */
public record Separation(List<CaseStart> starts, int level, boolean isForm, String sign) {
    /** The document is one case. */
    public static final Separation NONE = new Separation(List.of(), 0, false, "");

    /** Copies the list. */
    public Separation {
        starts = List.copyOf(starts);
    }
}

package jirei.web.page.library;

import java.util.List;
import jirei.web.page.Frame;

/**
 * The case file as text, for changes that the form has no field for. Immutable.
 *
 * @param frame the frame of the page
 * @param id the id of the case
 * @param version the version that the change starts from
 * @param text the text of the file
 * @param faults the faults as {@code check} names them, with their lines
 * @param message what was just done; empty for nothing
 */
public record FilePage(Frame frame, String id, String version, String text, List<String> faults, String message) {}

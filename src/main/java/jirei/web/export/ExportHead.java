package jirei.web.export;

import java.util.List;

/**
 * The description of a file. Immutable.
 *
 * @param title the title, in one line
 * @param facts hit count, filters, origin and date, one line each
 */
public record ExportHead(String title, List<String> facts) {
    public ExportHead {
        facts = List.copyOf(facts);
    }
}

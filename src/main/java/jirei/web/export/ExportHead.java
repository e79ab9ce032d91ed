package jirei.web.export;

import java.util.List;

/**
 * What a file says of itself.
 *
 * @param title what is in it, in one line
 * @param facts how much, from where and when, a line each
 */
public record ExportHead(String title, List<String> facts) {
    public ExportHead {
        facts = List.copyOf(facts);
    }
}

package jirei.cases;

import java.util.Comparator;

/**
 * A theme (テーマ) of sections, such as ア 資源の把握 of the national programme for cooperation between home medical care and
 * long-term care. The corpus declares its themes. Immutable.
 *
 * @param id its name in files, URLs and JSON, such as ア; not empty
 * @param title its title, such as 資源の把握; the id if it has no other
 * @param order its position among the themes of the corpus, from 0
 */
public record Theme(String id, String title, int order) implements Comparable<Theme> {
    private static final Comparator<Theme> ORDER =
            Comparator.comparingInt(Theme::order).thenComparing(Theme::id);

    /**
     * @throws IllegalArgumentException if {@code id} or {@code title} is blank
     */
    public Theme {
        id = VisibleText.oneLine(id);
        title = VisibleText.oneLine(title);
        if (id.isEmpty() || title.isEmpty()) {
            throw new IllegalArgumentException(
                    "theme must have an id and a title, got \"" + id + "\", \"" + title + "\"");
        }
    }

    /** Returns id and title, e.g. ア 資源の把握; the title alone if it is the id. */
    public String label() {
        return id.equals(title) ? title : id + " " + title;
    }

    /** Returns whether {@code name} is its id, its title or its label. */
    public boolean isNamed(String name) {
        return id.equals(name) || title.equals(name) || label().equals(name);
    }

    @Override
    public int compareTo(Theme other) {
        return ORDER.compare(this, other);
    }
}

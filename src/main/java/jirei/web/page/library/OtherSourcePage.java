package jirei.web.page.library;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.library.OtherSource;
import jirei.web.page.Frame;
import jirei.web.request.SearchState;

/**
 * The cases of a source that is no document of the library. Immutable.
 *
 * @param frame the frame of the page
 * @param row the source with its state
 * @param isPublished whether searches find the cases
 * @param cases the first cases, in order
 * @param more the number of those that are not shown
 */
public record OtherSourcePage(Frame frame, OtherSourceRow row, boolean isPublished, List<Case> cases, int more) {
    /** The maximum number of cases that are shown. */
    public static final int MAX_CASES = 200;

    public OtherSourcePage {
        cases = List.copyOf(cases);
    }

    /**
     * A case. Immutable.
     *
     * @param id the id
     * @param title the title; the id if it is unknown
     * @param isSearchable whether searches find it if it is published
     */
    public record Case(String id, String title, boolean isSearchable) {}

    /**
     * Returns the page of {@code source}.
     *
     * @param unsearchable the ids of published cases that searches do not find, also of other sources
     * @param titles the titles of the first cases, as far as they are known, by id
     */
    public static OtherSourcePage of(
            OtherSource source, Set<String> unsearchable, Map<String, String> titles, Frame.AssetUrls assets) {
        OtherSourceRow row = OtherSourceRow.of(source, unsearchable);
        List<Case> shown = shown(source).stream()
                .map(id -> new Case(id, titles.getOrDefault(id, id), !unsearchable.contains(id)))
                .toList();
        return new OtherSourcePage(
                new Frame(row.name(), SearchState.EMPTY, assets, Frame.Form.AT_HEAD),
                row,
                source.kind() != OtherSource.Kind.WITHDRAWN,
                shown,
                source.cases().size() - shown.size());
    }

    /** Returns the ids of the cases that the page shows. */
    public static List<String> shown(OtherSource source) {
        return source.cases().subList(0, Math.min(MAX_CASES, source.cases().size()));
    }
}

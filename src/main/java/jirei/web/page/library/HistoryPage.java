package jirei.web.page.library;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import jirei.library.cases.CaseHistory;
import jirei.library.editing.CaseComparison;
import jirei.web.page.Frame;
import jirei.web.request.SearchState;

/**
 * The earlier versions of a case. Immutable.
 *
 * @param frame the frame of the page
 * @param id the id of the case
 * @param title its title
 * @param version the version of the case now, which a restoring starts from
 * @param versions the earlier versions, the newest first
 * @param shown the name of the version that is compared; empty for none
 * @param rows what differs between that version and now
 * @param problem why it cannot be compared; empty if it can
 */
public record HistoryPage(
        Frame frame,
        String id,
        String title,
        String version,
        List<Version> versions,
        String shown,
        List<CaseComparison.Row> rows,
        String problem) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu年M月d日 H:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

    public HistoryPage {
        versions = List.copyOf(versions);
        rows = List.copyOf(rows);
    }

    /**
     * An earlier version. Immutable.
     *
     * @param name the name of the version
     * @param time when it was replaced
     * @param change who replaced it and how; empty if unknown
     * @param changed what the next version has otherwise, in Japanese; empty if unknown
     * @param isShown whether it is compared with the case as it is
     */
    public record Version(String name, String time, String change, String changed, boolean isShown) {
        private static final int MAX_LABELS = 4;

        /** Returns the view of {@code version}, from which the next differs in the fields and sections {@code labels}. */
        public static Version of(CaseHistory.Version version, String shown, String change, List<String> labels) {
            String more = labels.size() > MAX_LABELS ? "、ほか" + (labels.size() - MAX_LABELS) + "か所" : "";
            return new Version(
                    version.name(),
                    japanTime(version.replaced()),
                    change,
                    labels.stream().limit(MAX_LABELS).collect(Collectors.joining("、")) + more,
                    version.name().equals(shown));
        }
    }

    /** Returns {@code time} for people, in Japan. */
    public static String japanTime(Instant time) {
        return TIME.format(time);
    }

    /** Returns the page's frame. */
    public static Frame frame(String title, Frame.AssetUrls assets) {
        return new Frame(title + "の履歴", SearchState.EMPTY, assets, Frame.Form.AT_HEAD);
    }
}

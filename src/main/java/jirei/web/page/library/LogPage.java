package jirei.web.page.library;

import java.util.List;
import java.util.Map;
import jirei.web.page.Frame;

/**
 * The record of changes. Immutable.
 *
 * @param frame the frame of the page
 * @param entries the newest changes, the last first
 */
public record LogPage(Frame frame, List<Entry> entries) {
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("save", "直した"),
            Map.entry("restore", "前の版に戻した"),
            Map.entry("put-back", "元に戻した"),
            Map.entry("publish", "公開した"),
            Map.entry("withdraw", "取り下げた"),
            Map.entry("delete", "削除した"),
            Map.entry("put-in", "文書を入れた"),
            Map.entry("read-again", "文書を読み直した"),
            Map.entry("stop", "読み取りを止めた"),
            Map.entry("remove", "文書を削除した"),
            Map.entry("settle", "確かめた"),
            Map.entry("lexicon", "辞書を直した"),
            Map.entry("judge", "検索結果を採点した"));

    public LogPage {
        entries = List.copyOf(entries);
    }

    /** A change; the hashes are shortened. Immutable. */
    public record Entry(String time, String editor, String action, String object, String before, String after) {}

    /** The name of the action {@code id} for people. */
    public static String label(String id) {
        return LABELS.getOrDefault(id, id);
    }
}

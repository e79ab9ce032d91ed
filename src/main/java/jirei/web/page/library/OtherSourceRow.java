package jirei.web.page.library;

import java.util.Set;
import jirei.library.OtherSource;

/**
 * Cases that come from no document of the library, in the list of the library. Immutable.
 *
 * @param key the key of the source
 * @param name the name of the document, or what the cases have in common
 * @param state the state in Japanese
 * @param stateClass the style of the state: {@code check} or {@code done}
 * @param cases the number of cases in words
 */
public record OtherSourceRow(String key, String name, String state, String stateClass, String cases) {
    /**
     * Returns the row of {@code source}.
     *
     * @param unsearchable the ids of published cases that searches do not find, also of other sources
     */
    public static OtherSourceRow of(OtherSource source, Set<String> unsearchable) {
        long lost = source.cases().stream().filter(unsearchable::contains).count();
        String cases = source.cases().size() + "事例" + (lost > 0 ? "（うち検索されない" + lost + "）" : "");
        return switch (source.kind()) {
            case WITHDRAWN -> new OtherSourceRow(source.key(), "取り下げた事例", "未公開", "check", cases);
            case CASE_FILES -> new OtherSourceRow(source.key(), "事例ファイル", "公開済み", "done", cases);
            case IMPORTED -> new OtherSourceRow(source.key(), source.name(), "公開済み（コマンドで取り込み）", "done", cases);
        };
    }
}

package jirei.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jirei.search.IndexState;
import jirei.search.QueryInterpretation;
import jirei.search.SearchResults;

/** Explains to the reader how the executed query deviates from the query as typed, and its results from the corpus. Stateless. */
public final class Notices {
    private Notices() {}

    /** Returns the sentence about an index that may lack changes of the corpus; empty if it is current. */
    public static String ofIndex(IndexState state) {
        return switch (state) {
            case CURRENT, MISSING -> "";
            case VERIFYING -> "起動の直後で、事例ファイルの変更をまだ確かめています。最近の変更は検索に現れていないことがあります。";
            case UPDATING -> "事例ファイルの変更を索引に取り入れている途中です。最近の変更はまだ検索に現れていません。";
            case FAILING -> "事例ファイルの変更を索引に取り入れられなくなっています。最近の変更は検索に現れていないことがあるので、管理する方に知らせてください。";
            case STALE -> "索引を作り直しているため、前の索引で検索しました。最近の変更は検索に現れていないことがあります。";
        };
    }

    /**
     * Returns one sentence for each deviation; empty if the query was executed literally and completely over a current
     * index.
     */
    public static List<String> of(SearchResults results, IndexState state) {
        QueryInterpretation interpretation = results.interpretation();
        List<String> notices = new ArrayList<>();
        if (!ofIndex(state).isEmpty()) {
            notices.add(ofIndex(state));
        }
        if (!results.total().exact()) {
            notices.add("時間がかかりすぎたため、検索を途中で打ち切りました。見つかったものの一部だけを示しており、数も途中までのものです。キーワードを減らすか、条件を絞って検索してください。");
        }
        if (interpretation.query().asWords()) {
            notices.add("対になっていないかっこや引用符、接続する語のない OR などがあったため、それらを除いて検索しました。");
        }
        notices.addAll(interpretation.impossible());
        switch (interpretation.relaxation()) {
            case NONE -> {}
            case SAME_CASE -> notices.add("すべてのキーワードを含む記述はないため、すべてがそろう事例の中の記述を示しています。");
            case ANY_CONTENT_WORD -> notices.add("文として検索しました。文の中の語のいずれかを含む記述を、多く含むものから順に示しています。");
            case ANY_WORD -> notices.add(anyWord(interpretation.dropped()));
        }
        if (interpretation.impossible().isEmpty()
                && results.total().sections() == 0
                && results.total().exact()
                && interpretation.words().stream().anyMatch(word -> !word.exact() && !word.excluded())) {
            notices.add(nothingFound(interpretation));
        }
        return notices;
    }

    private static String nothingFound(QueryInterpretation interpretation) {
        boolean severalWords =
                interpretation.words().stream().filter(word -> !word.excluded()).count() > 1;
        return "表記の違い、同じ意味の語、読みでも" + (severalWords ? "検索し、キーワードのいずれかだけを含む記述も検索しましたが" : "検索しましたが")
                + "、この条件では見つかりませんでした。";
    }

    private static String anyWord(List<String> dropped) {
        return dropped.isEmpty()
                ? "すべてのキーワードがそろう記述や事例はありません。いずれかを含む記述を示しています。"
                : dropped.stream().map(word -> "「" + word + "」").collect(Collectors.joining())
                        + "はどの記述にもありません。ほかのキーワードのいずれかを含む記述を示しています。";
    }
}

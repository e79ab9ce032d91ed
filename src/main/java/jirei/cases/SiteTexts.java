package jirei.cases;

import java.util.List;

/**
 * What a collection of cases calls its site, and how it introduces it. Immutable.
 *
 * @param name the name of the site
 * @param sentence the sentence that opens the start page
 * @param lead what can be found, in one sentence below it
 * @param examples searches that are offered as examples where they find something
 */
public record SiteTexts(String name, String sentence, String lead, List<String> examples) {
    /** The texts of a corpus that has none of its own. */
    public static final SiteTexts DEFAULT = new SiteTexts(
            "Jirei 事例検索",
            "ほかの地域は、どう取り組んだか。",
            "事例集のすべての記述を、キーワード・都道府県・主体から探せます。",
            List.of("看取り", "多職種 研修", "情報共有 ICT", "退院支援 -病院", "\"在宅医療\" 相談", "主体:医師会 夜間"));

    public SiteTexts {
        examples = List.copyOf(examples);
    }
}

package jirei.library.editing;

import java.util.Map;
import jirei.cases.RegionFigure;

/** The names of the fields of a case for people. Stateless. */
public final class FieldLabels {
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("sections", "この事例"),
            Map.entry("title", "題"),
            Map.entry("number", "事例番号"),
            Map.entry("collection", "事例集"),
            Map.entry("year", "年度"),
            Map.entry("prefecture", "都道府県"),
            Map.entry("place", "場所"),
            Map.entry("region.name", "数値の地域名"),
            Map.entry("source.title", "出典の題"),
            Map.entry("source.publisher", "発行者"),
            Map.entry("source.url", "出典のURL"),
            Map.entry("source.rights", "利用条件"),
            Map.entry("source.file", "原本のファイル名"),
            Map.entry("source.sha256", "原本のハッシュ値"),
            Map.entry("source.retoldBy", "書き起こした者（原文のままなら空欄）"));

    private static final Map<String, String> OF_SECTION = Map.of(
            "heading", "見出し",
            "text", "本文",
            "kind", "種別",
            "actors", "主体",
            "themes", "テーマ",
            "pages", "原本のページ",
            "ocrConfidence", "機械読み取りの確からしさ（％）。原本と見比べて確かめたら空欄に");

    private FieldLabels() {}

    /** Returns the label of the field {@code name} of a section, such as {@code heading}. */
    public static String ofSection(String name) {
        return OF_SECTION.getOrDefault(name, nameOfFacet(name));
    }

    /** Returns the label of the field {@code name}, see {@link CaseForm#FIELDS}. */
    public static String of(String name) {
        String label = LABELS.get(name);
        if (label != null) {
            return label;
        }
        for (RegionFigure figure : RegionFigure.values()) {
            if (name.equals("region." + figure.id())) {
                return figure.label() + (figure.unit().isEmpty() ? "" : "（" + figure.unit() + "）");
            }
            if (name.equals("region.basis." + figure.id())) {
                return figure.label() + "の時点・出典";
            }
        }
        return nameOfFacet(name);
    }

    private static String nameOfFacet(String name) {
        return name.startsWith(CaseForm.FACET_PREFIX) ? name.substring(CaseForm.FACET_PREFIX.length()) : name;
    }
}

package jirei.query;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.cases.Municipalities;
import jirei.cases.Prefecture;

/** Facet (ファセット): a dimension by which results are counted and filtered. Immutable. */
public enum Facet {
    PREFECTURE("prefecture", "都道府県"),
    /**
     * The municipality, prefixed with its prefecture, as in 茨城県大子町. Prefectures and municipalities are one choice of places:
     * a section is in one of the selected places, and a prefecture is narrowed by the selected municipalities in it.
     */
    MUNICIPALITY("municipality", "市区町村"),
    ACTOR("actor", "主体"),
    KIND("kind", "種別"),
    THEME("theme", "テーマ"),
    YEAR("year", "年度"),
    COLLECTION("collection", "事例集"),
    /** How the characters of the text became known; sections whose document has them as text have no value. */
    RECOGNITION("recognition", "文字の読み取り");

    /** The value of {@link #RECOGNITION} of sections with text that was read from pictures of pages. */
    public static final String OCR = "ocr";

    /** The facets that every response counts; the others are counted where they are requested or filtered. */
    public static final Set<Facet> USUAL =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(MUNICIPALITY, COLLECTION)));

    private final String id;
    private final String label;

    Facet(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Returns the name in URLs and JSON. */
    public String id() {
        return id;
    }

    /** Returns the Japanese display name. */
    public String label() {
        return label;
    }

    /** Returns the name before the colon in a query; 市区町村 searches the words of places instead. */
    String queryName() {
        return this == MUNICIPALITY ? id : label;
    }

    /** Returns the names accepted before the colon besides those. */
    private List<String> otherNames() {
        return switch (this) {
            case PREFECTURE -> List.of("県", "府県", "都府県", "都道府県名", "県名");
            case MUNICIPALITY -> List.of();
            case ACTOR -> List.of("実施主体", "機関", "関係機関", "職種", "団体");
            case KIND -> List.of("種類");
            case THEME -> List.of("分野", "項目");
            case YEAR -> List.of("年", "実施年度");
            case COLLECTION -> List.of("収録", "報告書");
            case RECOGNITION -> List.of("読み取り", "読取");
        };
    }

    /** Returns whether all sections of a case have the same value. */
    public boolean isCaseLevel() {
        return switch (this) {
            case PREFECTURE, MUNICIPALITY, YEAR, COLLECTION -> true;
            case ACTOR, KIND, THEME, RECOGNITION -> false;
        };
    }

    /** Returns the facets whose selected values are alternatives to those of this one, with itself. */
    public Set<Facet> alternatives() {
        return this == PREFECTURE || this == MUNICIPALITY ? EnumSet.of(PREFECTURE, MUNICIPALITY) : EnumSet.of(this);
    }

    /** Returns the value of {@link #PREFECTURE} to which {@code value} belongs; empty unless it is a municipality. */
    public Optional<String> valueAbove(String value) {
        return this == MUNICIPALITY ? Municipalities.prefectureOf(value).map(Prefecture::fullName) : Optional.empty();
    }

    /** Returns the facet for a field name typed in a query, e.g. 県 or {@code prefecture}; empty for any other text. */
    public static Optional<Facet> named(String name) {
        for (Facet facet : values()) {
            if (facet.id.equals(name)
                    || facet.queryName().equals(name)
                    || facet.otherNames().contains(name)) {
                return Optional.of(facet);
            }
        }
        return Optional.empty();
    }
}

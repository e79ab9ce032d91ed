package jirei.query;

import java.util.List;
import jirei.cases.SectionKind;
import jirei.cases.Theme;

/**
 * What the corpus says about its facets: by which name a value is filtered, and how it is shown. Immutable.
 *
 * @param themes the themes of the corpus, in order
 */
public record FacetScheme(List<Theme> themes) {
    /** The scheme of a corpus without themes. */
    public static final FacetScheme NONE = new FacetScheme(List.of());

    public FacetScheme {
        themes = List.copyOf(themes);
    }

    /** Returns the display text of an indexed value: 関係機関の役割 for role, ア 資源の把握 for ア, 2017年度 for 2017. */
    public String valueLabel(Facet facet, String value) {
        return switch (facet) {
            case KIND -> SectionKind.named(value).map(SectionKind::label).orElse(value);
            case THEME ->
                themes.stream()
                        .filter(theme -> theme.id().equals(value))
                        .map(Theme::label)
                        .findFirst()
                        .orElse(value);
            case YEAR -> value + "年度";
            case RECOGNITION -> value.equals(Facet.OCR) ? "機械読み取り" : value;
            case PREFECTURE, MUNICIPALITY, ACTOR, COLLECTION -> value;
        };
    }

    /**
     * Returns the indexed value for a typed one: 大阪府 for 大阪, おおさか and osaka, 茨城県大子町 for 大子町, role for 関係機関の役割, ア for 資源の把握, 2017 for
     * 平成29年度. Part of a name will do if no other name has it. An unknown value is returned unchanged.
     */
    public String canonicalValue(Facet facet, String value) {
        return FacetValues.canonical(facet, value, themes).orElse(value);
    }
}

package jirei.search;

import java.util.List;
import jirei.query.Facet;

/**
 * A facet value typed in a query that does not exist, so that nothing matches it. Immutable.
 *
 * @param facet facet
 * @param value value as typed
 * @param allowed display texts of the values of the facet; empty if they cannot be listed
 */
public record UnknownFacetValue(Facet facet, String value, List<String> allowed) {
    public UnknownFacetValue {
        allowed = List.copyOf(allowed);
    }

    /** Returns a sentence in Japanese that names the value and says what is allowed. */
    public String message() {
        return facet.label() + "「" + value + "」はありません。" + remedy();
    }

    private String listed() {
        return allowed.isEmpty() ? "" : String.join("、", allowed) + "のどれかで指定してください。";
    }

    private String remedy() {
        return switch (facet) {
            case Facet.Fixed.PREFECTURE -> "「県:大阪府」のように、都道府県の名前で指定してください。";
            case Facet.Fixed.MUNICIPALITY -> "「municipality:大阪府和泉市」のように、都道府県と市区町村の名前で指定してください。";
            case Facet.Fixed.COLLECTION -> "事例集の名前のとおりに指定してください。";
            case Facet.Fixed.RECOGNITION -> "「読み取り:機械」と指定してください。";
            case Facet.Fixed.YEAR -> "「年度:2017」「年度:平成29年度」のように、西暦か元号の年で指定してください。";
            case Facet.Fixed.ACTOR -> listed();
            case Facet.Fixed.KIND -> listed();
            case Facet.Fixed.THEME -> listed();
            case Facet.Own own -> listed();
        };
    }
}

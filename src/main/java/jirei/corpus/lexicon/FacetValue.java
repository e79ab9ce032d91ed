package jirei.corpus.lexicon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.OwnFacet;
import jirei.cases.VisibleText;

/** A value of a facet that the corpus declares, as files have it. Stateless. */
final class FacetValue {
    private static final int MAX_LENGTH = 100;
    private static final int MAX_NAMED = 8;
    private static final Pattern SEPARATOR = Pattern.compile("[、,]");

    private FacetValue() {}

    /** Returns {@code written} in the form in which values are compared: one width, one line. */
    static String normalize(String written) {
        return VisibleText.oneLine(Normalizer.normalize(written, Normalizer.Form.NFKC));
    }

    /** Returns why {@code facet} cannot have {@code value}, with the remedy; empty if it can. */
    static String fault(OwnFacet facet, String value) {
        String subject = facet.label() + "の値「" + value + "」は";
        if (value.codePointCount(0, value.length()) > MAX_LENGTH) {
            return facet.label() + "の値が長すぎます。" + MAX_LENGTH + "文字以内に縮めてください";
        }
        if (facet.multiple() && SEPARATOR.matcher(value).find()) {
            return subject + "「、」や「,」を含んで使えません。値を分けるか、ほかの記号に変えてください";
        }
        if (facet.hierarchical()
                && Stream.of(value.split(OwnFacet.SEPARATOR, -1)).anyMatch(VisibleText::isBlank)) {
            return subject + "「/」の前か後ろが空で使えません。防災/避難所 のように書いてください";
        }
        if (facet.order() == OwnFacet.Order.NUMBER && OwnFacet.numberIn(value).isEmpty()) {
            return subject + "数がなくて使えません。12 や 100万円 のように数を入れて書いてください";
        }
        if (!facet.list().isEmpty() && !facet.allowed().contains(value)) {
            return subject + "一覧にありません。"
                    + facet.list().stream().limit(MAX_NAMED).collect(Collectors.joining("・"))
                    + (facet.list().size() > MAX_NAMED ? " など" : "") + " のどれかに直してください";
        }
        return "";
    }

    /** Returns the values {@code written}, normalized; {@code faults} receives what is wrong. */
    static List<String> read(OwnFacet facet, List<String> written, List<String> faults) {
        List<String> values = new ArrayList<>();
        for (String one : written) {
            String value = normalize(one);
            String fault = fault(facet, value);
            if (fault.isEmpty()) {
                values.add(value);
            } else {
                faults.add(fault);
            }
        }
        if (!facet.multiple() && values.stream().distinct().count() > 1) {
            faults.add(facet.label() + "の値が" + values.size() + "個あります。一つだけ書いてください");
        }
        return values;
    }
}

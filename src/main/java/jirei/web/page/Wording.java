package jirei.web.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import jirei.cases.CaseStudy;
import jirei.cases.Prefecture;
import jirei.search.HitCount;
import jirei.web.request.SearchParameters;
import org.jspecify.annotations.Nullable;

/** Numbers and places in words, in the same format on every page. Stateless. */
public final class Wording {
    /** Precedes the distinctive words that two similar texts share. */
    static final String SHARED_WORDS = "共通することば:";

    /** Replaces these words if there are none. */
    static final String WITHOUT_SHARED_WORDS = "めだつことばではなく、全体のことばづかいが似ています";

    private Wording() {}

    /** Returns a number with grouping separators, such as 12,345. */
    public static String grouped(long number) {
        return SearchParameters.grouped(number);
    }

    /** Returns a number with grouping separators and all its decimals, such as 12,345.60. */
    public static String grouped(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.JAPAN);
        int decimals = Math.max(0, number.scale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** Returns a hit count in words, such as 37件の記述（9事例）. */
    public static String count(HitCount count) {
        return grouped(count.sections()) + "件の記述（" + grouped(count.cases()) + "事例）";
    }

    /** Returns prefecture and place, such as 茨城県 大子町; empty if both are unknown. */
    public static String location(@Nullable Prefecture prefecture, String place) {
        String name = prefecture == null ? "" : prefecture.fullName();
        return place.equals(name) ? name : (name + " " + place).strip();
    }

    /** Returns location and number of a case, such as 茨城県 大子町 事例12; empty if all are unknown. */
    public static String caseName(@Nullable Prefecture prefecture, String place, @Nullable Integer number) {
        return (location(prefecture, place) + " " + number(number)).strip();
    }

    /** Returns location and number of {@code caseStudy}. */
    public static String caseName(CaseStudy caseStudy) {
        return caseName(caseStudy.prefecture(), caseStudy.place(), caseStudy.number());
    }

    /** Returns a case number in words, such as 事例12; empty for null. */
    public static String number(@Nullable Integer number) {
        return number == null ? "" : "事例" + number;
    }

    /** Returns why two texts are similar, by the distinctive words that they share; these may be none. */
    public static String sharedWords(List<String> words) {
        return words.isEmpty() ? WITHOUT_SHARED_WORDS : SHARED_WORDS + " " + String.join("、", words);
    }
}

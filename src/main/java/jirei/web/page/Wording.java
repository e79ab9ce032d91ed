package jirei.web.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Prefecture;
import jirei.search.ContextCount;
import jirei.search.Hit;
import jirei.search.HitCount;
import jirei.search.HitExplanation.Field;
import jirei.search.InfixCount;
import jirei.web.request.SearchParameters;
import org.jspecify.annotations.Nullable;

/** Numbers, matches and places in words, in the same format on every page. Stateless. */
public final class Wording {
    /** Precedes the distinctive words that two similar texts share. */
    static final String SHARED_WORDS = "共通する語:";

    /** Replaces these words if there are none. */
    static final String WITHOUT_SHARED_WORDS = "特徴的な語ではなく、文章全体の言葉づかいが似ています";

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

    /**
     * Returns how many of {@code total} match by their own text, and how many cases match otherwise, such as
     * 本文・見出しに2件、事例の題・地域・上の見出しなどに含む事例1件; empty if none does.
     */
    public static String context(HitCount total, ContextCount context) {
        if (context.cases() == 0) {
            return "";
        }
        String cases = "事例の題・地域・上の見出しなどに含む事例" + grouped(context.cases()) + "件";
        String listed = context.listed() == 0 || context.listed() == context.cases()
                ? ""
                : "（うち、本文・見出しにはないもの" + grouped(context.listed()) + "件）";
        return "本文・見出しに" + grouped(total.sections() - context.listed()) + "件、" + cases + listed;
    }

    /** Returns where a hit that represents its case has the words; empty for other hits. */
    public static String caseFields(Hit hit) {
        return hit.caseFields().isEmpty() ? "" : places(hit.caseFields()) + "に含まれています";
    }

    /**
     * Returns the places of {@code fields}, each once, such as 見出しと本文、事例の題. A field that joins several places is
     * named only if none of them is known to match.
     *
     * @param fields at least one field
     */
    public static String places(Collection<Field> fields) {
        return Stream.of(
                        places(fields, List.of(Field.HEADING, Field.TEXT), Field.BODY, "見出しか本文"),
                        places(
                                fields,
                                List.of(Field.TITLE, Field.REGION),
                                Field.CONTEXT,
                                Field.CONTEXT.label() + "のいずれか"))
                .filter(place -> !place.isEmpty())
                .collect(Collectors.joining("、"));
    }

    private static String places(Collection<Field> fields, List<Field> single, Field joined, String any) {
        String known =
                single.stream().filter(fields::contains).map(Field::label).collect(Collectors.joining("と"));
        return known.isEmpty() && fields.contains(joined) ? any : known;
    }

    /** Returns what the characters of a word are found in, such as ことばの途中に「津市」を含むもの 12件. */
    public static String infix(InfixCount count) {
        return "語の途中に「" + count.word() + "」を含むもの"
                + (count.sections().isPresent() ? " " + grouped(count.sections().getAsLong()) + "件" : "");
    }

    /** Returns that {@code word} is found only within other words. */
    public static String onlyInfix(String word) {
        return "「" + word + "」は語の途中にだけ見つかりました。";
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

    /** Returns the heading of sections that have some of the words. */
    public static String someWords(HitCount count) {
        return "一部のキーワードを含むもの " + grouped(count.sections()) + "件（" + grouped(count.cases()) + "事例）";
    }

    /** Returns why two texts are similar, by the distinctive words that they share; these may be none. */
    public static String sharedWords(List<String> words) {
        return words.isEmpty() ? WITHOUT_SHARED_WORDS : SHARED_WORDS + " " + String.join("、", words);
    }
}

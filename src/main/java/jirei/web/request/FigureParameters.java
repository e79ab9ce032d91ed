package jirei.web.request;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import jirei.cases.RegionFigure;

/** Checks figures of a region as readers type them. Stateless. */
final class FigureParameters {
    private FigureParameters() {}

    /**
     * Returns {@code number} if it can be the {@code type} of an inhabited region.
     *
     * @param label the name of the number in error messages
     */
    static BigDecimal checked(RegionFigure type, BigDecimal number, String parameter, String label)
            throws ProblemException {
        if (!type.allows(number) || (isPositive(type) && number.signum() == 0)) {
            String typed = number.toPlainString();
            String allowed = allowed(type);
            throw new ProblemException(Problem.wrongValue(
                    parameter, typed, List.of(allowed), label + "に「" + typed + "」は指定できません。" + allowed + "を入力してください。"));
        }
        return number;
    }

    /** Nobody compares with a region without people or land. */
    private static boolean isPositive(RegionFigure type) {
        return type == RegionFigure.POPULATION || type == RegionFigure.AREA;
    }

    private static String allowed(RegionFigure type) {
        String max = String.format(Locale.ROOT, "%,d", type.max());
        if (type.isIntegral()) {
            return (isPositive(type) ? "1〜" : "0〜") + max + "の整数";
        }
        return isPositive(type) ? "0より大きく" + max + "以下の数値" : "0〜" + max + "の数値";
    }
}

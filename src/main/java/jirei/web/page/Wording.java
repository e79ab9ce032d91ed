package jirei.web.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import jirei.cases.Prefecture;
import jirei.search.HitCount;
import org.jspecify.annotations.Nullable;

/** Numbers and places in words, the same on every page. */
public final class Wording {
    private Wording() {}

    /** 12,345. */
    public static String grouped(long number) {
        return NumberFormat.getIntegerInstance(Locale.JAPAN).format(number);
    }

    /** 12,345.60, with as many decimals as were printed. */
    public static String grouped(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.JAPAN);
        int decimals = Math.max(0, number.scale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** 37件の記述（9事例）. */
    public static String count(HitCount count) {
        return grouped(count.sections()) + "件の記述（" + grouped(count.cases()) + "事例）";
    }

    /** 茨城県 大子町; one of both where the other isn't known, empty without either. */
    public static String where(@Nullable Prefecture prefecture, String place) {
        String name = prefecture == null ? "" : prefecture.fullName();
        return place.equals(name) ? name : (name + " " + place).strip();
    }

    /** 事例12; empty where it has no number. */
    public static String number(@Nullable Integer number) {
        return number == null ? "" : "事例" + number;
    }
}

package jirei.intake.table;

import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.RegionFigure;
import org.jspecify.annotations.Nullable;

/** What a column of a table is in a case. Immutable. */
public enum ColumnField {
    NUMBER("番号", null),
    TITLE("題", null),
    PREFECTURE("都道府県", null),
    PLACE("市町村", null),
    YEAR("年度", null),
    AREA("面積", RegionFigure.AREA),
    POPULATION("人口", RegionFigure.POPULATION),
    AGEING_RATE("高齢化率", RegionFigure.AGEING_RATE),
    CLINICS("診療所数", RegionFigure.CLINICS),
    HOSPITALS("病院数", RegionFigure.HOSPITALS),
    URL("URL", null),
    /** A section with the name of the column as its heading. */
    SECTION("節", null),
    /** A column that is left out. */
    UNUSED("使わない", null);

    private final String label;
    private final @Nullable RegionFigure figure;

    ColumnField(String label, @Nullable RegionFigure figure) {
        this.label = label;
        this.figure = figure;
    }

    /** Returns the name for the user, as in 題. */
    public String label() {
        return label;
    }

    /** Returns the statistic in the column; empty if it is none. */
    Optional<RegionFigure> figure() {
        return Optional.ofNullable(figure);
    }

    /** Returns the field whose label is {@code label}; empty for any other text. */
    public static Optional<ColumnField> labelled(String label) {
        return Stream.of(values()).filter(one -> one.label.equals(label)).findFirst();
    }
}

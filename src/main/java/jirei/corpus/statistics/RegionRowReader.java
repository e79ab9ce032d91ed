package jirei.corpus.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jirei.cases.Figure;
import jirei.cases.Gazetteer;
import jirei.cases.Municipalities;
import jirei.cases.Municipality;
import jirei.cases.RegionFigure;
import jirei.corpus.statistics.RegionColumns.Column;
import jirei.corpus.text.DiagnosticCollector;

/** Reads the row of a municipality. Not thread-safe. */
final class RegionRowReader {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}|\\d{1,3}(,\\d{3}){1,3}");
    private static final List<String> UNKNOWN = List.of("", "-", "…", "***", "X");
    private static final int CODE_DIGITS = 5;
    private static final Map<String, Municipality> BY_CODE =
            Municipality.all().stream().collect(Collectors.toMap(Municipality::code, Function.identity()));

    private final RegionColumns columns;
    private final DiagnosticCollector faults;
    private final String shortSource;

    RegionRowReader(RegionColumns columns, DiagnosticCollector faults) {
        this.columns = columns;
        this.faults = faults;
        this.shortSource = columns.shortSource();
    }

    /** Adds the figures of {@code row} to {@code figures}; reports what is wrong with it. */
    void read(TableRow row, Map<String, Map<RegionFigure, Figure>> figures) {
        if (row.isEmpty()) {
            return;
        }
        Optional<Municipality> municipality = municipality(row);
        if (municipality.isPresent()) {
            String code = municipality.get().code();
            if (figures.containsKey(code)) {
                fault(row, "市区町村コード「" + code + "」の行が二つあるため、どちらかを消してください");
            } else {
                figures.put(code, figures(row));
            }
        }
    }

    private Optional<Municipality> municipality(TableRow row) {
        String typed = cell(row, Column.CODE);
        String digits = typed.replaceFirst("^R", "");
        String code = "0".repeat(Math.max(0, CODE_DIGITS - digits.length())) + digits;
        Municipality listed = BY_CODE.get(code);
        if (listed == null) {
            fault(row, "市区町村コード「" + typed + "」は市区町村の一覧にないため、08220 のような5桁のコードに直すか、この行を消してください");
            return Optional.empty();
        }
        String name = cell(row, Column.MUNICIPALITY);
        boolean isNamed = Gazetteer.municipalitiesCalled(cell(row, Column.PREFECTURE) + name)
                .contains(listed);
        if (!isNamed) {
            fault(
                    row,
                    "市区町村コード「" + typed + "」は" + Municipalities.fullName(listed) + "ですが、「" + cell(row, Column.PREFECTURE)
                            + name + "」とあるため、コードか名前を直してください");
            return Optional.empty();
        }
        return Optional.of(listed);
    }

    private Map<RegionFigure, Figure> figures(TableRow row) {
        Map<RegionFigure, Figure> figures = new EnumMap<>(RegionFigure.class);
        Optional<BigDecimal> population = number(row, Column.POPULATION);
        Optional<BigDecimal> aged = number(row, Column.POPULATION_65);
        put(
                figures,
                row,
                RegionFigure.AREA,
                Column.AREA,
                number(row, Column.AREA).map(hectares -> hectares.movePointLeft(2)));
        put(figures, row, RegionFigure.POPULATION, Column.POPULATION, population);
        put(
                figures,
                row,
                RegionFigure.AGEING_RATE,
                Column.POPULATION_65,
                population
                        .filter(all -> all.signum() > 0)
                        .flatMap(all -> aged.map(old -> old.movePointRight(2).divide(all, 1, RoundingMode.HALF_UP))));
        put(figures, row, RegionFigure.CLINICS, Column.CLINICS, number(row, Column.CLINICS));
        put(figures, row, RegionFigure.HOSPITALS, Column.HOSPITALS, number(row, Column.HOSPITALS));
        return figures;
    }

    private void put(
            Map<RegionFigure, Figure> figures,
            TableRow row,
            RegionFigure figure,
            Column column,
            Optional<BigDecimal> value) {
        value.ifPresent(number -> {
            if (figure.allows(number)) {
                String basis = columns.basis().getOrDefault(column, "");
                figures.put(figure, new Figure(number, "統計から" + (basis.isEmpty() ? "" : "：" + basis) + shortSource));
            } else {
                fault(
                        row,
                        figure.label() + "が " + number.toPlainString() + figure.unit() + " となりありえないため、「"
                                + column.label() + "」の値「" + cell(row, column) + "」を直してください");
            }
        });
    }

    private Optional<BigDecimal> number(TableRow row, Column column) {
        String cell = cell(row, column);
        if (UNKNOWN.contains(cell)) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(cell).matches()) {
            fault(row, "「" + column.label() + "」の値「" + cell + "」は0以上の整数ではないため、12345 のように書くか、不明なら空にしてください");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(cell.replace(",", "")));
    }

    private String cell(TableRow row, Column column) {
        return row.cell(columns.at().getOrDefault(column, 0));
    }

    private void fault(TableRow row, String problem) {
        faults.add(row.line(), problem);
    }
}

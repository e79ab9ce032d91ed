package jirei.corpus.statistics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jirei.corpus.text.DiagnosticCollector;

/**
 * Where the columns of a table are, and what its header says about them. Immutable.
 *
 * @param headerRows the number of rows before the first municipality
 * @param at the positions of the columns, from 0
 * @param basis date and survey of each column; missing if unknown
 * @param source the publication
 */
record RegionColumns(int headerRows, Map<Column, Integer> at, Map<Column, String> basis, String source) {
    private static final Pattern CODE = Pattern.compile("R?\\d{4,5}");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年?度?");
    private static final Pattern SSDSE = Pattern.compile("SSDSE-A-\\d{4}");

    /** A column: its name here, and code, name and survey of the same item in SSDSE-A. */
    enum Column {
        CODE("code", "", "", ""),
        PREFECTURE("prefecture", "Prefecture", "都道府県", ""),
        MUNICIPALITY("municipality", "Municipality", "市区町村", ""),
        POPULATION("population", "A1101", "総人口", "国勢調査"),
        POPULATION_65("population65", "A1303", "65歳以上人口", "国勢調査"),
        AREA("areaHa", "B1101", "総面積（北方地域及び竹島を除く）", "全国都道府県市区町村別面積調"),
        HOSPITALS("generalHospitals", "I510120", "一般病院数", "医療施設調査"),
        CLINICS("clinics", "I5102", "一般診療所数", "医療施設調査");

        private final String name;
        private final String code;
        private final String label;
        private final String survey;

        Column(String name, String code, String label, String survey) {
            this.name = name;
            this.code = code;
            this.label = label;
            this.survey = survey;
        }

        String label() {
            return label.isEmpty() ? "市区町村コード" : label;
        }
    }

    RegionColumns {
        at = Map.copyOf(at);
        basis = Map.copyOf(basis);
    }

    /** Reads the header of {@code rows}; reports what it lacks to {@code faults}. */
    static RegionColumns of(List<TableRow> rows, String file, DiagnosticCollector faults) {
        int headerRows = (int) rows.stream()
                .takeWhile(row -> !CODE.matcher(row.cell(0)).matches())
                .count();
        List<TableRow> header = rows.subList(0, headerRows);
        Map<Column, Integer> at = new EnumMap<>(Column.class);
        at.put(Column.CODE, 0);
        for (Column column : Column.values()) {
            header.stream()
                    .flatMap(row -> position(row, column).boxed())
                    .findFirst()
                    .ifPresent(position -> at.put(column, position));
        }
        for (Column column : Column.values()) {
            if (!at.containsKey(column)) {
                faults.add(
                        1,
                        "「" + column.label() + "」の列がないため、1行目に列の名前「" + column.name + "」を書くか、SSDSE-市区町村（SSDSE-A）の"
                                + "CSV をそのまま指定してください");
            }
        }
        return new RegionColumns(headerRows, at, basis(header, at), source(header, file));
    }

    private static IntStream position(TableRow row, Column column) {
        List<String> names = Stream.of(column.name, column.code, column.label)
                .filter(name -> !name.isEmpty())
                .toList();
        return IntStream.range(0, row.cells().size()).filter(i -> names.contains(row.cell(i)));
    }

    private static Map<Column, String> basis(List<TableRow> header, Map<Column, Integer> at) {
        Map<Column, String> basis = new EnumMap<>(Column.class);
        at.forEach((column, position) -> {
            for (TableRow row : header) {
                String cell = row.cell(position);
                Matcher year = YEAR.matcher(cell);
                if (row.cell(0).equals("basis") && !cell.isEmpty()) {
                    basis.put(column, cell);
                } else if (year.matches()) {
                    basis.put(column, year.group(1) + "年" + column.survey);
                }
            }
        });
        basis.remove(Column.CODE);
        return basis;
    }

    /** Returns how each figure names the publication, in brackets; empty if that has no short name. */
    String shortSource() {
        Matcher name = SSDSE.matcher(source);
        return name.find() ? "（" + name.group() + "）" : "";
    }

    private static String source(List<TableRow> header, String file) {
        for (TableRow row : header) {
            if (row.cell(0).equals("source")) {
                return row.cells().stream()
                        .skip(1)
                        .filter(cell -> !cell.isEmpty())
                        .findFirst()
                        .orElse(file);
            }
            if (SSDSE.matcher(row.cell(0)).matches()) {
                return "独立行政法人統計センター「SSDSE-市区町村（" + row.cell(0) + "）」を加工して作成";
            }
        }
        return "統計のファイル「" + file + "」";
    }
}

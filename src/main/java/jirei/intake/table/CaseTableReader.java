package jirei.intake.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Prefecture;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import jirei.intake.sheet.Sheet;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.Limits;
import org.jspecify.annotations.Nullable;

/** Reads tables in which each row is a case. Thread-safe. */
public final class CaseTableReader {
    private static final Pattern PREFECTURE = Pattern.compile(
            Stream.of(Prefecture.values()).map(Prefecture::fullName).collect(Collectors.joining("|")));
    private static final int MIN_TITLE_LENGTH = 4;
    private static final int MAX_TITLE_LENGTH = 100;

    private final Lexicon lexicon;
    private final ColumnChoice choice;

    /**
     * Creates a reader.
     *
     * @param lexicon the rules for actors and themes
     * @param choice the columns chosen by the user
     */
    public CaseTableReader(Lexicon lexicon, ColumnChoice choice) {
        this.lexicon = lexicon;
        this.choice = choice;
    }

    /**
     * Reads the cases of a spreadsheet.
     *
     * @param name the file name without its extension
     * @param idStem returns the prefix of the case ids; called if a sheet is a table of cases
     * @return empty if no sheet is a table of cases
     * @throws DocumentLimitException if there are more cases than {@link Limits#MAX_CASES}
     */
    public Optional<ImportResult> read(List<Sheet> sheets, String name, Supplier<String> idStem) {
        List<Optional<CaseTable>> found = sheets.stream().map(this::table).toList();
        List<CaseTable> tables = found.stream().flatMap(Optional::stream).toList();
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        var reading = new Reading(name, idStem.get());
        for (int at = 0; at < sheets.size(); at++) {
            Sheet sheet = sheets.get(at);
            found.get(at).ifPresentOrElse(reading::add, () -> reading.leaveOut(sheet));
        }
        choice.unknown(tables)
                .forEach(column -> reading.warn(1, "--columns の列「" + column + "」が表にありません。列の名前を確かめてください。"));
        return Optional.of(new ImportResult(reading.cases, reading.warnings));
    }

    private Optional<CaseTable> table(Sheet sheet) {
        return FormSheet.find(sheet).filter(this::isOfCases).or(() -> HeaderFinder.find(sheet)
                .filter(this::isOfCases));
    }

    private boolean isOfCases(CaseTable table) {
        boolean isChosen =
                table.names().stream().anyMatch(name -> choice.fields().get(ColumnName.key(name)) == ColumnField.TITLE);
        return isChosen || ColumnMapping.of(table, choice, lexicon.facets()).isOfCases(table);
    }

    /** The state of reading one file. */
    private final class Reading {
        private final String name;
        private final String idStem;
        private final List<CaseStudy> cases = new ArrayList<>();
        private final List<ImportWarning> warnings = new ArrayList<>();

        Reading(String name, String idStem) {
            this.name = name;
            this.idStem = idStem;
        }

        void add(CaseTable table) {
            ColumnMapping mapping = ColumnMapping.of(table, choice, lexicon.facets());
            warn(
                    table.headerRow(),
                    sheetName(table.name()) + "列を次のように読みました（" + mapping.describe(table, lexicon.facets())
                            + "）。違うときは --columns で指定してください。");
            var builder = new RowCaseBuilder(table, mapping, defaults(table), lexicon);
            RowGrouper grouper = RowGrouper.of(table, mapping);
            boolean hasPrefectures = mapping.column(ColumnField.PREFECTURE) >= 0;
            Prefecture above = null;
            for (RowGrouper.Group group : grouper.groups()) {
                Optional<CaseStudy> built = builder.build(group, id(), hasPrefectures ? above : null);
                if (built.isPresent()) {
                    above = built.get().prefecture();
                    add(built.get());
                } else {
                    warn(group.row().number(), "題も市町村もない行は、どの事例にも入れませんでした。");
                }
            }
            warnings.addAll(grouper.warnings());
            warnings.addAll(builder.warnings());
        }

        private void add(CaseStudy one) {
            if (cases.size() >= Limits.MAX_CASES) {
                throw new DocumentLimitException("事例の行が" + Limits.MAX_CASES + "を超える");
            }
            cases.add(one);
        }

        private String id() {
            return String.format(Locale.ROOT, "%s-%02d", idStem, cases.size() + 1);
        }

        private RowCaseBuilder.Defaults defaults(CaseTable table) {
            String collection = table.above().stream()
                    .filter(text -> text.length() >= MIN_TITLE_LENGTH && text.length() <= MAX_TITLE_LENGTH)
                    .filter(text -> !text.matches("[（(※].*|.*[。:：]"))
                    .findFirst()
                    .map(text -> text.replaceAll("\\s+", " "))
                    .orElse(name);
            List<String> titles = new ArrayList<>(table.above());
            titles.add(table.name());
            titles.add(name);
            return new RowCaseBuilder.Defaults(collection, prefecture(titles), year(titles));
        }

        void leaveOut(Sheet sheet) {
            if (!sheet.rows().isEmpty()) {
                warn(sheet.rows().getFirst().number(), sheetName(sheet.name()) + "事例の表ではないため、どの事例にも入れませんでした。");
            }
        }

        void warn(int row, String message) {
            warnings.add(new ImportWarning(row, row, "", "", message));
        }
    }

    private static String sheetName(String name) {
        return name.isEmpty() ? "" : "シート「" + name + "」: ";
    }

    private static @Nullable Prefecture prefecture(List<String> titles) {
        Set<Prefecture> named = new HashSet<>();
        for (String title : titles) {
            Matcher found = PREFECTURE.matcher(title);
            while (found.find()) {
                Prefecture.named(found.group()).ifPresent(named::add);
            }
        }
        return named.size() == 1 ? named.iterator().next() : null;
    }

    private static @Nullable Integer year(List<String> titles) {
        return titles.stream()
                .map(CellValue::yearInTitle)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .map(OptionalInt::getAsInt)
                .orElse(null);
    }
}

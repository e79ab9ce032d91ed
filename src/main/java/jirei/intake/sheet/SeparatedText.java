package jirei.intake.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jirei.intake.source.Budget;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV and TSV, whose separator is detected by content. Stateless. */
public final class SeparatedText {
    private static final char[] SEPARATORS = {'\t', ',', ';'};
    /** Number of records in which the separator is detected. */
    private static final int SAMPLE_RECORDS = 100;
    /** Share of the records that must have the same number of fields. */
    private static final double MIN_SAME_WIDTH = 0.8;

    /** Maximum number of titles above a header, which are not separated. */
    private static final int MAX_TITLES = 8;

    private static final int MIN_RECORDS = 2;
    private static final int MIN_FIELDS = 3;
    private static final int MIN_TAB_FIELDS = 2;

    private SeparatedText() {}

    /** Returns the rows of {@code text}; empty if most of its lines do not have the same number of fields. */
    public static Optional<Sheet> read(String text, Budget budget) {
        char separator = 0;
        int fields = 0;
        for (char candidate : SEPARATORS) {
            int width = width(text, candidate);
            if (width > fields) {
                fields = width;
                separator = candidate;
            }
        }
        return fields == 0 ? Optional.empty() : Optional.of(read(text, separator, budget));
    }

    private static Sheet read(String text, char separator, Budget budget) {
        var sheet = new SheetBuilder("", budget);
        try (CSVParser records = parser(text, separator)) {
            for (CSVRecord one : records) {
                for (int column = 0; column < one.size(); column++) {
                    sheet.add((int) one.getRecordNumber() - 1, column, one.get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheet.build();
    }

    /**
     * Returns the number of fields that most records below the titles have; 0 if {@code separator} does not separate
     * fields.
     */
    private static int width(String text, char separator) {
        if (text.indexOf(separator) < 0) {
            return 0;
        }
        Map<Integer, Integer> counts = new TreeMap<>();
        int records = 0;
        try (CSVParser parser = parser(text, separator)) {
            Iterator<CSVRecord> all = parser.iterator();
            int titles = 0;
            while (records < SAMPLE_RECORDS && all.hasNext()) {
                int size = all.next().size();
                boolean isTitle = records == 0 && size == 1 && titles++ < MAX_TITLES;
                records += isTitle ? 0 : 1;
                counts.merge(size, isTitle ? 0 : 1, Integer::sum);
            }
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
        int found = records;
        int least = separator == '\t' ? MIN_TAB_FIELDS : MIN_FIELDS;
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() >= least && found >= MIN_RECORDS)
                .filter(entry -> entry.getValue() >= MIN_SAME_WIDTH * found)
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    private static CSVParser parser(String text, char separator) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        return CSVParser.parse(text, format);
    }
}

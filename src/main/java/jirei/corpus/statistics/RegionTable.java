package jirei.corpus.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import jirei.cases.Figure;
import jirei.cases.RegionFigure;
import jirei.cases.RegionStatistics;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.DiagnosticCollector;
import jirei.corpus.text.Sha256;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads tables of municipal statistics: CSV with the columns of the bundled table, or SSDSE-A (SSDSE-市区町村) as published, whose
 * first row has the codes of the items. UTF-8 or Shift_JIS. Stateless.
 */
public final class RegionTable {
    private static final String SHIPPED = "/jirei/cases/regions.csv";
    private static final int MAX_BYTES = 20_000_000;
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private RegionTable() {}

    /** Returns the statistics bundled with the program. */
    public static RegionStatistics shipped() {
        return Shipped.STATISTICS;
    }

    /**
     * Reads {@code file}.
     *
     * @throws CorpusFormatException with all faults of the file, if it has any
     */
    public static RegionStatistics read(Path file) throws CorpusFormatException {
        var faults = new DiagnosticCollector(file);
        byte[] bytes = bytes(file, faults);
        faults.throwIfAny();
        return parse(Objects.toString(file.getFileName(), ""), bytes, faults);
    }

    private static byte[] bytes(Path file, DiagnosticCollector faults) {
        try {
            if (Files.isDirectory(file)) {
                faults.add(1, "ファイルではなくフォルダーのため、CSV のファイルを --regions で指定してください");
            } else if (Files.size(file) > MAX_BYTES) {
                faults.add(1, "20 MB を超えていて市区町村の統計とは考えられないため、CSV のファイルを確かめてください");
            } else {
                return Files.readAllBytes(file);
            }
        } catch (NoSuchFileException e) {
            faults.add(1, "統計のファイルがないため、--regions の指定を確かめてください");
        } catch (IOException e) {
            faults.add(1, "読み取れないため、読み取りの権限を確かめてください");
        }
        return new byte[0];
    }

    private static RegionStatistics parse(String name, byte[] bytes, DiagnosticCollector faults)
            throws CorpusFormatException {
        List<TableRow> rows = rows(text(bytes, faults), faults);
        faults.throwIfAny();
        RegionColumns columns = RegionColumns.of(rows, name, faults);
        faults.throwIfAny();
        Map<String, Map<RegionFigure, Figure>> figures = new TreeMap<>();
        var reader = new RegionRowReader(columns, faults);
        for (TableRow row : rows.subList(columns.headerRows(), rows.size())) {
            reader.read(row, figures);
        }
        faults.throwIfAny();
        if (figures.isEmpty()) {
            faults.add(1, "市区町村の行が一つもないため、1列目に 08220 や R08220 のような市区町村コードのある行を書いてください");
        }
        faults.throwIfAny();
        return new RegionStatistics(
                columns.source(),
                figures,
                HexFormat.of().formatHex(Sha256.newDigest().digest(bytes)));
    }

    private static String text(byte[] bytes, DiagnosticCollector faults) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, SHIFT_JIS)) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // another charset may fit
            }
        }
        faults.add(1, "UTF-8 でも Shift_JIS でもないため、表計算ソフトで「CSV」として保存し直してください");
        return "";
    }

    private static List<TableRow> rows(String text, DiagnosticCollector faults) {
        List<TableRow> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT.builder().setTrim(true).get();
        try (var parser = CSVParser.parse(text, format)) {
            for (CSVRecord row : parser) {
                rows.add(new TableRow((int) parser.getCurrentLineNumber(), row.toList()));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            faults.add(rows.size() + 1, "CSV として読み取れないため、引用符「\"」の対応を確かめてください");
        }
        return rows;
    }

    /** The bundled table, read on first use. */
    private static final class Shipped {
        private static final RegionStatistics STATISTICS = read();

        private static RegionStatistics read() {
            try (InputStream in = Objects.requireNonNull(RegionTable.class.getResourceAsStream(SHIPPED), SHIPPED)) {
                return parse(SHIPPED, in.readAllBytes(), new DiagnosticCollector(Path.of(SHIPPED)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (CorpusFormatException e) {
                throw new IllegalStateException("the bundled table is invalid", e);
            }
        }
    }
}

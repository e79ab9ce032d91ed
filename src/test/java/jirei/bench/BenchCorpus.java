package jirei.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.corpus.CorpusReader;
import jirei.corpus.format.CaseJson;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusFormatException;

/**
 * A generated corpus in a folder.
 *
 * @param folder the corpus directory
 * @param sections how many sections it has
 * @param textBytes how much heading and text of all sections are, in UTF-8
 */
record BenchCorpus(Path folder, int sections, long textBytes) {
    private static final long SEED = 29;
    private static final int CASES_PER_FILE = 4_000;
    private static final Path SHIPPED = Path.of("corpus");

    /** The corpus of {@code sections} in {@code folder}, made if it isn't there or wasn't made to the end. */
    static BenchCorpus in(Path folder, int sections) throws IOException, CorpusFormatException {
        Path complete = folder.resolve("complete");
        if (!Files.exists(complete)) {
            Files.createDirectories(folder.resolve("lexicon"));
            copyLexicon(folder);
            long textBytes = write(generated(), folder, sections);
            Files.writeString(complete, Long.toString(textBytes));
        }
        return new BenchCorpus(
                folder, sections, Long.parseLong(Files.readString(complete).strip()));
    }

    /** The generator over the shipped corpus and lexicon. */
    static GeneratedCases generated() throws IOException, CorpusFormatException {
        CorpusReader shipped = CorpusReader.of(SHIPPED);
        List<CaseStudy> cases = new ArrayList<>();
        shipped.read(cases::add, fault -> {});
        List<String> others = new ArrayList<>();
        for (String file : List.of(Lexicon.SYNONYMS_FILE, Lexicon.USER_DICTIONARY_FILE)) {
            try (Stream<String> lines = Files.lines(shipped.lexiconFile(file))) {
                lines.filter(line -> !line.startsWith("#")).forEach(others::add);
            }
        }
        return new GeneratedCases(
                Material.of(cases, others), shipped.lexicon().actors().actors(), SEED);
    }

    private static void copyLexicon(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED.resolve("lexicon"))) {
            for (Path file : files.toList()) {
                Files.write(folder.resolve("lexicon").resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    private static long write(GeneratedCases cases, Path folder, int sections) throws IOException {
        long bytes = 0;
        int left = sections;
        for (int number = 1; left > 0; ) {
            Path file = folder.resolve(String.format(Locale.ROOT, "cases-%04d.jsonl", number / CASES_PER_FILE));
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                for (int i = 0; i < CASES_PER_FILE && left > 0; i++) {
                    CaseStudy one = cases.of(number, left);
                    out.write(CaseJson.write(one));
                    out.write('\n');
                    left -= one.sections().size();
                    bytes += textBytes(one);
                    number++;
                }
            }
        }
        return bytes;
    }

    private static long textBytes(CaseStudy one) {
        long bytes = 0;
        for (Section section : one.sections()) {
            bytes += section.heading().getBytes(StandardCharsets.UTF_8).length;
            bytes += section.text().getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes;
    }

    /** How large the files of {@code folder} are, in bytes. */
    static long sizeOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(BenchCorpus::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

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
 * A generated corpus in a folder. Immutable.
 *
 * @param folder corpus folder
 * @param sections number of sections
 * @param textBytes total size of headings and texts in UTF-8, in bytes
 */
record BenchCorpus(Path folder, int sections, long textBytes) {
    private static final long SEED = 29;
    private static final int CASES_PER_FILE = 4_000;
    private static final Path BUNDLED = Path.of("corpus");

    /**
     * Returns the corpus of {@code sections} sections in {@code folder}; generates it if it is missing or incomplete.
     */
    static BenchCorpus in(Path folder, int sections) throws IOException, CorpusFormatException {
        Path complete = folder.resolve("complete");
        if (!Files.exists(complete)) {
            Files.createDirectories(folder.resolve("lexicon"));
            copyLexicon(folder);
            long textBytes = write(generator(), folder, sections);
            Files.writeString(complete, Long.toString(textBytes));
        }
        return new BenchCorpus(
                folder, sections, Long.parseLong(Files.readString(complete).strip()));
    }

    /** Returns a generator based on the bundled corpus and lexicon. */
    static GeneratedCases generator() throws IOException, CorpusFormatException {
        CorpusReader bundled = CorpusReader.of(BUNDLED);
        List<CaseStudy> cases = new ArrayList<>();
        bundled.read(cases::add, diagnostic -> {});
        List<String> lexiconLines = new ArrayList<>();
        for (String file : List.of(Lexicon.SYNONYMS_FILE, Lexicon.USER_DICTIONARY_FILE)) {
            try (Stream<String> lines = Files.lines(bundled.lexiconFile(file))) {
                lines.filter(line -> !line.startsWith("#")).forEach(lexiconLines::add);
            }
        }
        return new GeneratedCases(
                Material.of(cases, lexiconLines), bundled.lexicon().actors().actors(), SEED);
    }

    private static void copyLexicon(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(BUNDLED.resolve("lexicon"))) {
            for (Path file : files.toList()) {
                Files.write(folder.resolve("lexicon").resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    private static long write(GeneratedCases cases, Path folder, int sections) throws IOException {
        long bytes = 0;
        int remaining = sections;
        for (int number = 1; remaining > 0; ) {
            Path file = folder.resolve(String.format(Locale.ROOT, "cases-%04d.jsonl", number / CASES_PER_FILE));
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                for (int i = 0; i < CASES_PER_FILE && remaining > 0; i++) {
                    CaseStudy caseStudy = cases.of(number, remaining);
                    out.write(CaseJson.write(caseStudy));
                    out.write('\n');
                    remaining -= caseStudy.sections().size();
                    bytes += textBytes(caseStudy);
                    number++;
                }
            }
        }
        return bytes;
    }

    private static long textBytes(CaseStudy caseStudy) {
        long bytes = 0;
        for (Section section : caseStudy.sections()) {
            bytes += section.heading().getBytes(StandardCharsets.UTF_8).length;
            bytes += section.text().getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes;
    }

    /** Returns the total size of the files in {@code folder}, in bytes. */
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

package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import jirei.intake.layout.LayoutReader;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.SourceDocument;

/**
 * Reads the case collections of the 見える化プロジェクト, printed ({@link PrintedReader}) or as text extracted from a PDF: wrapped lines with blank lines
 * between them, headings after or inside their text, captions in the middle of sentences, labels beside the text.
 *
 * <p>The steps for text: group the lines, split the cases, parse the front page, classify the body as texts, headings,
 * captions and boxes, and align the headings with their texts. Stateless.
 */
public final class MierukaReader implements LayoutReader {
    static final String ID_STEM = "mieruka";

    @Override
    public String name() {
        return "見える化プロジェクトの事例集";
    }

    @Override
    public boolean accepts(SourceDocument document) {
        return accepts(document.lines()) || PrintedReader.accepts(document.print());
    }

    @Override
    public ImportResult read(SourceDocument document, Lexicon lexicon) {
        return document.lines().isEmpty()
                ? new PrintedReader(document, lexicon).read()
                : read(document.lines(), lexicon);
    }

    static boolean accepts(List<String> lines) {
        boolean hasPraise = false;
        boolean hasPrefecture = false;
        for (SourceLine line : SourceLine.of(lines)) {
            hasPraise |= LineGroupType.PRAISE_LINE.matcher(line.text()).matches();
            hasPrefecture |= LineGroupType.isPrefecture(line);
        }
        return hasPraise && hasPrefecture;
    }

    static ImportResult read(List<String> allLines, Lexicon lexicon) {
        List<SourceLine> lines = SourceLine.of(allLines);
        var collection = CaseCollection.of(lines, ID_STEM);
        List<CaseAssembler.Result> results = new ArrayList<>();
        List<ImportWarning> warnings = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        int number = 0;
        for (CaseSplitter text : CaseSplitter.split(lines)) {
            number = text.number().orElse(number + 1);
            while (text.hasFrontPage() && !numbers.add(number)) {
                number++;
            }
            Optional<CaseAssembler.Result> found = text.hasFrontPage()
                    ? new CaseAssembler(collection, number, text, lexicon).assemble()
                    : Optional.empty();
            found.ifPresentOrElse(results::add, () -> warnings.addAll(WarningMessages.ofLinesOutsideCases(text)));
        }
        results.forEach(one -> warnings.addAll(one.warnings()));
        warnings.addAll(WarningMessages.onRepetitions(results));
        warnings.addAll(furniture(results, allLines.size()));
        warnings.sort(Comparator.comparingInt(ImportWarning::firstLine));
        return new ImportResult(
                results.stream().map(CaseAssembler.Result::caseStudy).toList(), warnings);
    }

    /** Returns a warning with the number of lines dropped as page furniture. */
    private static List<ImportWarning> furniture(List<CaseAssembler.Result> results, int lastLine) {
        int count = results.stream().mapToInt(CaseAssembler.Result::furniture).sum();
        String message = "ページの番号、柱、囲みの見出しなど" + count + "行は、本文ではないため除きました。";
        return count == 0 ? List.of() : List.of(new ImportWarning(1, lastLine, "", "", message));
    }
}

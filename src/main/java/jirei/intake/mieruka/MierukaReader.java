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
import jirei.intake.layout.SourceText;

/**
 * Reads the case collections of the 見える化プロジェクト as PDF extraction leaves them: hard-wrapped lines with empty lines
 * between, headings after or inside their text, captions in the middle of sentences, labels beside the text.
 *
 * <p>Lines are grouped, cases cut, the front page taken out, the body sorted into texts, headings, captions and boxes, and
 * headings matched with their texts.
 */
public final class MierukaReader implements LayoutReader {
    private static final String ID_STEM = "mieruka";

    @Override
    public String name() {
        return "見える化プロジェクトの事例集";
    }

    @Override
    public boolean reads(List<String> lines) {
        boolean hasPraise = false;
        boolean hasPrefecture = false;
        for (SourceLine line : SourceLine.of(lines)) {
            hasPraise |= LineGroupType.PRAISE_LINE.matcher(line.text()).matches();
            hasPrefecture |= LineGroupType.isPrefecture(line);
        }
        return hasPraise && hasPrefecture;
    }

    @Override
    public ImportResult read(SourceText source, Lexicon lexicon) {
        List<SourceLine> lines = SourceLine.of(source.lines());
        var collection = CaseCollection.of(lines, ID_STEM);
        List<CaseAssembler.Made> made = new ArrayList<>();
        List<ImportWarning> warnings = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        int number = 0;
        for (CaseSplitter text : CaseSplitter.split(lines)) {
            number = text.number().orElse(number + 1);
            while (text.hasFrontPage() && !numbers.add(number)) {
                number++;
            }
            Optional<CaseAssembler.Made> found = text.hasFrontPage()
                    ? new CaseAssembler(collection, number, text, lexicon).assemble()
                    : Optional.empty();
            found.ifPresentOrElse(made::add, () -> warnings.addAll(WarningMessages.ofLinesOutsideCases(text)));
        }
        made.forEach(one -> warnings.addAll(one.warnings()));
        warnings.addAll(WarningMessages.onRepetitions(made));
        warnings.addAll(furniture(made, source.lines().size()));
        warnings.sort(Comparator.comparingInt(ImportWarning::firstLine));
        return new ImportResult(made.stream().map(CaseAssembler.Made::caseStudy).toList(), warnings);
    }

    /** What was left out on purpose. */
    private static List<ImportWarning> furniture(List<CaseAssembler.Made> made, int lastLine) {
        int count = made.stream().mapToInt(CaseAssembler.Made::furniture).sum();
        String message = "ページの番号、柱、囲みの見出しなど" + count + "行は、本文ではないため除きました。";
        return count == 0 ? List.of() : List.of(new ImportWarning(1, lastLine, "", "", message));
    }
}

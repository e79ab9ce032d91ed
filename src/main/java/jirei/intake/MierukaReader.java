package jirei.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.corpus.lexicon.Lexicon;

/**
 * Reads the case collections of the 見える化プロジェクト as PDF extraction leaves them: hard-wrapped lines with empty lines
 * between, headings after or inside their text, captions in the middle of sentences, labels beside the text.
 *
 * <p>Lines are grouped, cases cut, the front page taken out, the body sorted into texts, headings, captions and boxes, and
 * headings matched with their texts.
 */
final class MierukaReader implements LayoutReader {
    private static final String ID_STEM = "mieruka";

    @Override
    public String name() {
        return "見える化プロジェクトの事例集";
    }

    @Override
    public boolean reads(List<String> lines) {
        boolean hasPraise = false;
        boolean hasPrefecture = false;
        for (Line line : Line.of(lines)) {
            hasPraise |= Shape.PRAISE_LINE.matcher(line.text()).matches();
            hasPrefecture |= Shape.isPrefecture(line);
        }
        return hasPraise && hasPrefecture;
    }

    @Override
    public Import read(SourceText source, Lexicon lexicon) {
        List<Line> lines = Line.of(source.lines());
        var collection = CaseCollection.of(lines, ID_STEM);
        List<CaseAssembly.Made> made = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        int number = 0;
        for (CaseText text : CaseText.split(lines)) {
            number = text.number().orElse(number + 1);
            while (text.hasFrontPage() && !numbers.add(number)) {
                number++;
            }
            Optional<CaseAssembly.Made> found = text.hasFrontPage()
                    ? new CaseAssembly(collection, number, text, lexicon).assemble()
                    : Optional.empty();
            found.ifPresentOrElse(made::add, () -> remarks.addAll(Remarks.ofLinesOutsideCases(text)));
        }
        made.forEach(one -> remarks.addAll(one.remarks()));
        remarks.addAll(Remarks.onRepetitions(made));
        remarks.addAll(furniture(made, source.lines().size()));
        remarks.sort(Comparator.comparingInt(Remark::firstLine));
        return new Import(made.stream().map(CaseAssembly.Made::caseStudy).toList(), remarks);
    }

    /** What was left out on purpose. */
    private static List<Remark> furniture(List<CaseAssembly.Made> made, int lastLine) {
        int count = made.stream().mapToInt(CaseAssembly.Made::furniture).sum();
        String message = "ページの番号、柱、囲みの見出しなど" + count + "行は、本文ではないため除きました。";
        return count == 0 ? List.of() : List.of(new Remark(1, lastLine, "", "", message));
    }
}

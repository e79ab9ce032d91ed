package jirei.intake.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jirei.intake.page.Drawing.Box;
import jirei.intake.page.PrintedLine;
import jirei.intake.source.JapaneseText;

/**
 * Separates text that is printed beside the running text of a column, such as the caption of a picture or the label of
 * a box, from it. Without this the words beside a line would be joined with it as the cells of a row. Stateless.
 */
public final class SideText {
    private static final double SAME_LINE = 0.35;
    /** Maximum distance of two lines of one text, as a multiple of the larger font size, for usual line distances. */
    private static final double MIN_MAX_LEADING = 2.2;
    /** Maximum distance of two lines of one text, relative to the usual distance. */
    private static final double LEADING_TOLERANCE = 1.1;
    /** Maximum usual distance, as a multiple of the font size. */
    private static final double MAX_USUAL_LEADING = 2.8;
    /** Maximum difference of the font sizes of one text, relative to the larger. */
    private static final double SIZE_TOLERANCE = 0.12;

    /** Maximum difference of the starts of two lines of one text, as a multiple of the larger font size. */
    private static final double MAX_SHIFT = 3.2;

    /** Number of runs, the last ones, that a line may continue. */
    private static final int MAX_OPEN_RUNS = 12;

    private static final int MIN_PROSE_LENGTH = 10;
    private static final int MIN_PROSE_LINES = 2;
    /** Maximum number of lines of a label, and of characters of each. */
    private static final int MAX_LABEL_LINES = 4;

    private static final int MAX_LABEL_LENGTH = 12;
    /** Minimum distance of two paragraphs beside their labels, relative to the closest lines. */
    private static final double MIN_PARAGRAPH_GAP = 1.15;

    private static final Pattern CAPTION_LABEL = Pattern.compile("(?:写真|図表|図|表) ?[0-9０-９]{1,2}(?:[ \u3000]|$)");
    private static final Pattern CAPTION = Pattern.compile(CAPTION_LABEL.pattern() + ".+");
    /** Maximum share of the lines of a side text that are on a line of the text beside it. */
    private static final double MAX_SHARED = 0.6;

    private SideText() {}

    /** Lines below one another. */
    private static final class Run {
        private final List<PrintedLine> lines = new ArrayList<>();

        double top() {
            return lines.getFirst().across();
        }

        double bottom() {
            return lines.getLast().across();
        }

        /** Returns the distance of the line at {@code at} from the one above. */
        double gap(int at) {
            return lines.get(at).across() - lines.get(at - 1).across();
        }

        boolean isProse() {
            return lines.size() >= MIN_PROSE_LINES
                    && lines.stream()
                                    .filter(line -> line.text().length() >= MIN_PROSE_LENGTH)
                                    .count()
                            > lines.size() / 2;
        }

        boolean isShort() {
            return lines.stream().allMatch(line -> line.text().length() <= MAX_LABEL_LENGTH);
        }

        /** Returns whether this starts with the label of a caption. */
        boolean isCaption() {
            boolean hasText = CAPTION.matcher(lines.getFirst().text()).matches()
                    || (lines.size() > 1
                            && !CAPTION_LABEL.matcher(lines.get(1).text()).lookingAt());
            return hasText && CAPTION_LABEL.matcher(lines.getFirst().text()).lookingAt();
        }

        /** Returns whether this is bold, longer than a label and on the left of {@code text}, which is not bold. */
        boolean isHeadingBeside(Run text) {
            return !isShort()
                    && lines.stream().allMatch(PrintedLine::bold)
                    && text.lines.stream().noneMatch(PrintedLine::bold)
                    && lines.getFirst().to() < text.lines.getFirst().from();
        }

        boolean isSmallerThan(Run text) {
            return lines.getFirst().size()
                    < (1 - SIZE_TOLERANCE) * text.lines.getFirst().size();
        }

        boolean accepts(PrintedLine line, List<Box> rules, double maxLeading) {
            PrintedLine last = lines.getLast();
            double size = Math.max(last.size(), line.size());
            double gap = line.across() - last.across();
            double overlap = Math.min(last.to(), line.to()) - Math.max(last.from(), line.from());
            return gap > SAME_LINE * size
                    && gap <= maxLeading * size
                    && Math.abs(last.size() - line.size()) <= SIZE_TOLERANCE * size
                    && Math.abs(last.from() - line.from()) <= MAX_SHIFT * size
                    && overlap > 0
                    && rules.stream().noneMatch(rule -> isBetween(rule, last, line));
        }

        private static boolean isBetween(Box rule, PrintedLine above, PrintedLine below) {
            double middle = (Math.max(above.from(), below.from()) + Math.min(above.to(), below.to())) / 2;
            return rule.top() > above.across() - 1
                    && rule.top() < below.across() - SAME_LINE * below.size()
                    && rule.left() <= middle
                    && rule.right() >= middle;
        }

        boolean isBeside(Run other) {
            double size = lines.getFirst().size();
            return top() <= other.bottom() + SAME_LINE * size && bottom() >= other.top() - SAME_LINE * size;
        }

        /** Returns the number of lines that are at the height of {@code other}. */
        long besides(Run other) {
            return lines.stream()
                    .filter(line -> line.across() >= other.top() - SAME_LINE * line.size()
                            && line.across() <= other.bottom() + SAME_LINE * line.size())
                    .count();
        }

        /** Returns the number of lines that are in a row with a line of {@code other}. */
        long shared(Run other) {
            return lines.stream()
                    .filter(line -> other.lines.stream().anyMatch(one -> isRow(line, one)))
                    .count();
        }
    }

    /**
     * Returns the flows of text of a column: the running text with what is in a row with it, then each text beside
     * it, in the order of their first lines. One flow if nothing is beside running text.
     *
     * @param fragments the line fragments of a column
     * @param rules the horizontal rules of the page
     */
    public static List<List<PrintedLine>> flows(List<PrintedLine> fragments, List<Box> rules) {
        List<Run> runs = runs(fragments, rules);
        List<Run> side = new ArrayList<>();
        for (Run run : runs) {
            if (runs.stream().anyMatch(text -> text != run && isBesideProse(run, text))) {
                side.add(run);
            }
        }
        if (side.isEmpty()) {
            return List.of(fragments);
        }
        return order(runs, side);
    }

    /**
     * Places each side text before the run beside it if it is on its left, as a label, and else behind it, as a
     * caption.
     */
    private static List<List<PrintedLine>> order(List<Run> runs, List<Run> side) {
        List<List<PrintedLine>> flows = new ArrayList<>();
        List<PrintedLine> open = new ArrayList<>();
        List<Run> waiting = new ArrayList<>();
        List<Run> main = runs.stream()
                .filter(run -> !side.contains(run))
                .sorted(Comparator.comparingDouble(Run::top))
                .toList();
        List<Run> left = new ArrayList<>(side);
        for (Run run : main) {
            List<Run> beside = left.stream().filter(one -> one.isBeside(run)).toList();
            left.removeAll(beside);
            List<Run> before = beside.stream()
                    .filter(one ->
                            one.lines.getFirst().from() < run.lines.getFirst().from())
                    .toList();
            if (!before.isEmpty()) {
                flush(open, flows);
                before.forEach(one -> flows.add(one.lines));
            }
            open.addAll(run.lines);
            waiting.addAll(beside.stream().filter(one -> !before.contains(one)).toList());
            boolean isBelowAll = waiting.stream().allMatch(one -> one.bottom() <= run.bottom());
            if (!waiting.isEmpty() && isBelowAll && endsParagraph(run)) {
                flush(open, flows);
                waiting.forEach(one -> flows.add(one.lines));
                waiting.clear();
            }
        }
        flush(open, flows);
        waiting.forEach(one -> flows.add(one.lines));
        left.forEach(one -> flows.add(one.lines));
        return flows;
    }

    private static boolean endsParagraph(Run run) {
        return JapaneseText.endsSentence(run.lines.getLast().text());
    }

    private static void flush(List<PrintedLine> open, List<List<PrintedLine>> flows) {
        if (!open.isEmpty()) {
            flows.add(List.copyOf(open));
            open.clear();
        }
    }

    /** Groups fragments into runs of lines below one another. */
    private static List<Run> runs(List<PrintedLine> fragments, List<Box> rules) {
        List<PrintedLine> sorted = new ArrayList<>(fragments);
        sorted.sort(Comparator.comparingDouble(PrintedLine::across).thenComparingDouble(PrintedLine::from));
        double maxLeading = Math.max(MIN_MAX_LEADING, LEADING_TOLERANCE * leading(sorted));
        List<Run> runs = new ArrayList<>();
        for (PrintedLine line : sorted) {
            Run best = null;
            for (int at = runs.size() - 1; at >= Math.max(0, runs.size() - MAX_OPEN_RUNS); at--) {
                Run run = runs.get(at);
                if (run.accepts(line, rules, maxLeading)
                        && (best == null || distance(run, line) < distance(best, line))) {
                    best = run;
                }
            }
            if (best == null) {
                best = new Run();
                runs.add(best);
            }
            best.lines.add(line);
        }
        return runs.stream().flatMap(run -> parts(run, sorted).stream()).toList();
    }

    /** Divides a run into its paragraphs if each of them has a label or heading on its left. */
    private static List<Run> parts(Run run, List<PrintedLine> fragments) {
        double closest = Double.MAX_VALUE;
        for (int at = 1; at < run.lines.size(); at++) {
            closest = Math.min(closest, run.gap(at));
        }
        boolean areLabelled = true;
        for (int at = 0; at < run.lines.size(); at++) {
            PrintedLine line = run.lines.get(at);
            boolean isLabelled = fragments.stream().anyMatch(label -> isRow(label, line) && label.to() < line.from());
            areLabelled &= isLabelled || (at > 0 && run.gap(at) <= MIN_PARAGRAPH_GAP * closest);
        }
        List<Run> parts = new ArrayList<>();
        for (int at = 0; at < run.lines.size(); at++) {
            PrintedLine line = run.lines.get(at);
            if (at == 0 || (areLabelled && run.gap(at) > MIN_PARAGRAPH_GAP * closest)) {
                parts.add(new Run());
            }
            parts.getLast().lines.add(line);
        }
        return parts;
    }

    /** Returns the most frequent distance of lines that start below one another, as a multiple of the font size. */
    private static double leading(List<PrintedLine> sorted) {
        Map<Long, Integer> counts = new HashMap<>();
        for (int at = 0; at < sorted.size(); at++) {
            PrintedLine line = sorted.get(at);
            sorted.subList(at + 1, sorted.size()).stream()
                    .filter(below -> Math.abs(below.from() - line.from()) <= 1
                            && below.across() - line.across() <= MAX_USUAL_LEADING * line.size()
                            && below.text().length() >= MIN_PROSE_LENGTH)
                    .findFirst()
                    .ifPresent(below -> counts.merge(
                            Math.round(20 * (below.across() - line.across()) / line.size()), 1, Integer::sum));
        }
        return counts.entrySet().stream()
                        .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElse(0L)
                / 20.0;
    }

    private static double distance(Run run, PrintedLine line) {
        return Math.abs(run.lines.getLast().from() - line.from());
    }

    /**
     * Returns whether {@code run} is beside running text rather than in its rows: few of its lines are on a line of
     * the text, or it is a label in the middle of several lines.
     */
    private static boolean isBesideProse(Run run, Run text) {
        if (!text.isProse() || !run.isBeside(text) || run.lines.size() > text.lines.size()) {
            return false;
        }
        long shared = run.shared(text);
        boolean isLabel = run.lines.size() <= MAX_LABEL_LINES
                && run.isShort()
                && run.lines.getFirst().to() < text.lines.getFirst().from()
                && ((run.lines.size() < text.lines.size()
                                && run.lines.stream().anyMatch(line -> isInMiddle(line, text)))
                        || (run.lines.size() > 1 && shared < run.lines.size()));
        boolean isCaption = run.isCaption() || (run.lines.size() > 1 && run.isSmallerThan(text));
        boolean isHeading = run.isHeadingBeside(text);
        return isLabel || isCaption || isHeading || shared <= MAX_SHARED * run.besides(text);
    }

    /** Returns whether {@code label} is on the left of a line in the middle of a paragraph. */
    private static boolean isInMiddle(PrintedLine label, Run text) {
        for (int at = 1; at < text.lines.size(); at++) {
            PrintedLine line = text.lines.get(at);
            PrintedLine above = text.lines.get(at - 1);
            if (isRow(label, line)) {
                return label.to() < line.from()
                        && label.text().length() > 1
                        && line.text().length() >= MIN_PROSE_LENGTH
                        && above.text().length() >= MIN_PROSE_LENGTH
                        && !JapaneseText.endsSentence(above.text());
            }
        }
        return false;
    }

    private static boolean isRow(PrintedLine one, PrintedLine other) {
        return Math.abs(one.across() - other.across()) <= SAME_LINE * Math.max(one.size(), other.size());
    }
}

package jirei.intake.mieruka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.cases.Prefecture;
import jirei.intake.layout.SourceLine;
import jirei.intake.layout.StringSimilarity;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/**
 * The front page of a case: place, title and highlights. Immutable.
 *
 * @param from the index of its first group
 * @param to the index after its last group
 * @param prefecture the prefecture; null for none
 * @param place the municipality or area; empty for none
 * @param title the title; empty for none
 * @param headLines the lines with prefecture, place and title
 * @param highlights the highlights in printed order
 */
record FrontPage(
        int from,
        int to,
        @Nullable Prefecture prefecture,
        String place,
        String title,
        List<SourceLine> headLines,
        List<Highlight> highlights) {
    /** Minimum similarity of a heading and the same heading in the body. */
    private static final double MIN_HEADING_SIMILARITY = 0.85;

    private static final Pattern MAIN_HEADING = Pattern.compile("[0-9０-９]{1,2}[.．].+");

    /** A reason for which the case was selected; without text lines if none were found for the heading. */
    record Highlight(String heading, List<SourceLine> headingLines, List<SourceLine> textLines) {
        String text() {
            return JapaneseText.join(textLines.stream().map(SourceLine::raw).toList());
        }
    }

    static FrontPage read(List<LineGroup> groups) {
        int prefecture = indexOf(groups, LineGroupType.PREFECTURE, 0);
        int bullet = indexOf(groups, LineGroupType.BULLET, 0);
        int from = bullet < prefecture ? bullet : prefecture;
        int praise = indexOf(groups, LineGroupType.PRAISE, prefecture);
        int to = praise < groups.size() ? praise + 1 : indexOf(groups, LineGroupType.PARAGRAPH, prefecture);
        if (bullet == to) {
            to = endOfHighlights(groups, to);
        }
        var parser = new Parser();
        for (LineGroup group : groups.subList(from, to)) {
            if (group.type() != LineGroupType.NUMBER) {
                group.lines().forEach(parser::accept);
            }
        }
        return parser.page(from, to);
    }

    /** Returns the end of the highlights that are printed below the praise: the first main heading, or a new page. */
    private static int endOfHighlights(List<LineGroup> groups, int from) {
        int at = from;
        while (at < groups.size()
                && !MAIN_HEADING.matcher(groups.get(at).first().text()).matches()
                && !groups.get(at).first().startsPage()) {
            at++;
        }
        return at;
    }

    /**
     * Returns whether a highlight has the heading {@code heading}, as main headings do even if their number is
     * missing or before them.
     */
    boolean hasHighlight(String heading) {
        String withoutNumber = heading.replaceFirst("^[0-9０-９]{1,2}[.．][\\s\u3000]*", "");
        return highlights.stream()
                .anyMatch(
                        highlight -> StringSimilarity.of(highlight.heading(), withoutNumber) >= MIN_HEADING_SIMILARITY);
    }

    private static int indexOf(List<LineGroup> groups, LineGroupType type, int from) {
        int at = from;
        while (at < groups.size() && groups.get(at).type() != type) {
            at++;
        }
        return at;
    }

    /** Parses the page line by line. */
    private static final class Parser {
        private @Nullable Prefecture prefecture;
        private String place = "";
        private String placeOfPraise = "";
        private boolean afterPrefecture;
        private final List<SourceLine> headLines = new ArrayList<>();
        private final List<String> title = new ArrayList<>();
        private final List<List<SourceLine>> headings = new ArrayList<>();
        private final List<List<SourceLine>> texts = new ArrayList<>();
        /** For each of {@link #texts}, the number of {@link #headings} printed before it. */
        private final List<Integer> headingsBefore = new ArrayList<>();

        private boolean inHeading;

        void accept(SourceLine line) {
            Matcher praise = LineGroupType.PRAISE_LINE.matcher(line.text());
            if (LineGroupType.isPrefecture(line)) {
                String name = line.text().substring(1, line.text().length() - 1);
                prefecture = Prefecture.named(name).orElse(null);
                afterPrefecture = true;
                inHeading = false;
                headLines.add(line);
            } else if (praise.matches()) {
                headLines.add(line);
                placeOfPraise = JapaneseText.trimSpaces(praise.group(1));
            } else if (LineGroupType.BULLET_START.matcher(line.raw()).matches()) {
                headings.add(new ArrayList<>(List.of(line)));
                afterPrefecture = false;
                inHeading = true;
            } else if (afterPrefecture) {
                acceptTitle(line);
            } else {
                acceptHighlight(line);
            }
        }

        private void acceptTitle(SourceLine line) {
            headLines.add(line);
            if (place.isEmpty()) {
                place = JapaneseText.trimSpaces(line.raw());
            } else {
                title.add(line.raw());
            }
        }

        /** Adds a line to a heading, whose further lines are indented, or to a text, which starts at the margin. */
        private void acceptHighlight(SourceLine line) {
            inHeading &= !line.afterBlankLine() && (line.isIndented() || JapaneseText.cannotStartLine(line.raw()));
            if (inHeading) {
                headings.getLast().add(line);
            } else if (line.afterBlankLine() || texts.isEmpty() || followsHeading(line)) {
                texts.add(new ArrayList<>(List.of(line)));
                headingsBefore.add(headings.size());
            } else {
                texts.getLast().add(line);
            }
        }

        private boolean followsHeading(SourceLine line) {
            return texts.getLast().getLast().number() + 1 != line.number();
        }

        FrontPage page(int from, int to) {
            String named = place.isEmpty() ? placeOfPraise : place;
            return new FrontPage(from, to, prefecture, named, JapaneseText.join(title), headLines, highlights());
        }

        /** Pairs headings and texts, which are in the same order; surplus texts belong to the last heading. */
        private List<Highlight> highlights() {
            Deque<List<SourceLine>> remaining = new ArrayDeque<>(mergedTexts());
            List<Highlight> highlights = new ArrayList<>();
            for (List<SourceLine> heading : headings) {
                List<SourceLine> text = Optional.ofNullable(remaining.poll()).orElse(List.of());
                highlights.add(new Highlight(headingText(heading), heading, text));
            }
            while (!remaining.isEmpty() && !highlights.isEmpty()) {
                Highlight last = highlights.removeLast();
                List<SourceLine> all = new ArrayList<>(last.textLines());
                all.addAll(remaining.poll());
                highlights.add(new Highlight(last.heading(), last.headingLines(), all));
            }
            return highlights;
        }

        /**
         * Merges a text with the one before it if all headings before it have a text, since texts may have blank
         * lines.
         */
        private List<List<SourceLine>> mergedTexts() {
            List<List<SourceLine>> merged = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                if (!merged.isEmpty() && merged.size() >= headingsBefore.get(i)) {
                    merged.getLast().addAll(texts.get(i));
                } else {
                    merged.add(texts.get(i));
                }
            }
            return merged;
        }

        private static String headingText(List<SourceLine> lines) {
            List<String> texts = new ArrayList<>();
            for (SourceLine line : lines) {
                Matcher bullet = LineGroupType.BULLET_START.matcher(line.raw());
                texts.add(texts.isEmpty() && bullet.matches() ? bullet.group(1) : JapaneseText.strip(line.raw()));
            }
            return JapaneseText.join(texts);
        }
    }
}

package jirei.intake.mieruka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import jirei.cases.Prefecture;
import jirei.intake.layout.SourceLine;
import jirei.intake.layout.StringSimilarity;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/**
 * The front page of a case: where it took place, its title and what it is praised for.
 *
 * @param from the index of its first group
 * @param to the index behind its last group
 * @param headLines the lines that give prefecture, place and title
 */
record FrontPage(
        int from,
        int to,
        @Nullable Prefecture prefecture,
        String place,
        String title,
        List<SourceLine> headLines,
        List<Highlight> highlights) {
    private static final double SAME_HEADING = 0.85;

    /** What a case is praised for; the text is empty where none was found for the heading. */
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
        var reading = new Reading();
        for (LineGroup group : groups.subList(from, to)) {
            if (group.shape() != LineGroupType.NUMBER) {
                group.lines().forEach(reading::accept);
            }
        }
        return reading.page(from, to);
    }

    /** Whether a highlight has {@code heading} for its heading: main headings do, even where their number is missing. */
    boolean agreesWith(String heading) {
        return highlights.stream()
                .anyMatch(highlight -> StringSimilarity.of(highlight.heading(), heading) >= SAME_HEADING);
    }

    private static int indexOf(List<LineGroup> groups, LineGroupType shape, int from) {
        int at = from;
        while (at < groups.size() && groups.get(at).shape() != shape) {
            at++;
        }
        return at;
    }

    /** Takes the lines of the page one after the other. */
    private static final class Reading {
        private @Nullable Prefecture prefecture;
        private String place = "";
        private String praised = "";
        private boolean afterPrefecture;
        private final List<SourceLine> headLines = new ArrayList<>();
        private final List<String> title = new ArrayList<>();
        private final List<List<SourceLine>> headings = new ArrayList<>();
        private final List<List<SourceLine>> texts = new ArrayList<>();
        /** Index into {@link #headings} of the heading that each of {@link #texts} was printed under. */
        private final List<Integer> under = new ArrayList<>();

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
                praised = JapaneseText.tidy(praise.group(1));
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
                place = JapaneseText.tidy(line.raw());
            } else {
                title.add(line.raw());
            }
        }

        /** A heading's further lines are indented below its bullet; the text begins at the margin. */
        private void acceptHighlight(SourceLine line) {
            inHeading &= !line.afterGap() && (line.isIndented() || JapaneseText.cannotBegin(line.raw()));
            if (inHeading) {
                headings.getLast().add(line);
            } else if (line.afterGap() || texts.isEmpty() || isBehindHeading(line)) {
                texts.add(new ArrayList<>(List.of(line)));
                under.add(headings.size());
            } else {
                texts.getLast().add(line);
            }
        }

        private boolean isBehindHeading(SourceLine line) {
            return texts.getLast().getLast().number() + 1 != line.number();
        }

        FrontPage page(int from, int to) {
            String named = place.isEmpty() ? praised : place;
            return new FrontPage(from, to, prefecture, named, JapaneseText.join(title), headLines, highlights());
        }

        /** Headings and texts come in the same order, but a text may stand below several headings. */
        private List<Highlight> highlights() {
            Deque<List<SourceLine>> waiting = new ArrayDeque<>(mergedTexts());
            List<Highlight> highlights = new ArrayList<>();
            for (List<SourceLine> heading : headings) {
                List<SourceLine> text = Optional.ofNullable(waiting.poll()).orElse(List.of());
                highlights.add(new Highlight(headingText(heading), heading, text));
            }
            while (!waiting.isEmpty() && !highlights.isEmpty()) {
                Highlight last = highlights.removeLast();
                List<SourceLine> all = new ArrayList<>(last.textLines());
                all.addAll(waiting.poll());
                highlights.add(new Highlight(last.heading(), last.headingLines(), all));
            }
            return highlights;
        }

        /** A text with an empty line in it belongs to one heading where its headings are already served. */
        private List<List<SourceLine>> mergedTexts() {
            List<List<SourceLine>> merged = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                if (!merged.isEmpty() && merged.size() >= under.get(i)) {
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

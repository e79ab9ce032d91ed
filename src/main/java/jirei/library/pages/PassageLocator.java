package jirei.library.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jirei.cases.Section;
import jirei.intake.page.Area;
import jirei.intake.page.PageText;
import org.jspecify.annotations.Nullable;

/**
 * Finds sections on the pages of their document. The text of a section may have been corrected, joined or
 * moved in part: each piece is found by its characters; lines and blanks do not count. A character of a page is in one
 * section at most, and sentences that recur are found in the order of the sections. Thread-safe.
 */
public final class PassageLocator {
    /** Maximum number of foreign characters between two found ones that are marked with them, in a line. */
    private static final int MAX_GAP = 6;
    /** Minimum number of characters of a section in a line of which another one has more. */
    private static final int MIN_SHARED = 12;

    private final List<PlacedLine> lines;
    private final FoldedText text;

    private record PlacedLine(int page, PageText.Line line) {}

    /**
     * A place on a page. Immutable.
     *
     * @param page the page, from 1
     * @param line the number of the line, see {@link PageText.Line#number}
     * @param area where it is printed; null if the page has no image
     */
    public record Mark(int page, int line, @Nullable Area area) {
        /** Returns whether both are printed on the same place; false if one has none. */
        public boolean overlaps(Mark other) {
            return page == other.page
                    && area != null
                    && other.area != null
                    && overlaps(area.x(), area.width(), other.area.x(), other.area.width())
                    && overlaps(area.y(), area.height(), other.area.y(), other.area.height());
        }

        private static boolean overlaps(double start, double length, double otherStart, double otherLength) {
            double common = Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
            return common > Math.min(length, otherLength) / 2;
        }
    }

    /** Creates a locator on consecutive pages of a document. */
    public PassageLocator(List<PageText> pages) {
        lines = pages.stream()
                .flatMap(page -> page.lines().stream().map(line -> new PlacedLine(page.page(), line)))
                .toList();
        text = new FoldedText(lines.stream().map(line -> line.line().text()).toList());
    }

    /**
     * Finds all sections that may be on the pages.
     *
     * @param sections the sections in reading order
     * @return where each of them is, in the same order
     */
    public List<Passage> find(List<Section> sections) {
        List<String> parts = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (Section section : sections) {
            starts.add(parts.size());
            parts.add(section.heading());
            parts.addAll(section.paragraphs());
        }
        var joined = new FoldedText(parts);
        int[] places = TextAlignment.of(joined, text);
        List<Passage> passages = new ArrayList<>();
        for (int at = 0; at < sections.size(); at++) {
            int end = at + 1 < sections.size() ? starts.get(at + 1) : parts.size();
            passages.add(new Passage(joined, places, starts.get(at), end));
        }
        dropStrays(passages);
        return passages;
    }

    /** Removes the few characters that a section has in a line of which another one has more. */
    private void dropStrays(List<Passage> passages) {
        int[] most = new int[lines.size()];
        List<int[]> counts = new ArrayList<>();
        for (Passage passage : passages) {
            int[] count = passage.countByLine();
            counts.add(count);
            Arrays.setAll(most, line -> Math.max(most[line], count[line]));
        }
        boolean[] isOwned = new boolean[lines.size()]; // of equal ones the first has the line
        for (int at = 0; at < passages.size(); at++) {
            int[] count = counts.get(at);
            boolean[] isStray = new boolean[lines.size()];
            for (int line = 0; line < count.length; line++) {
                boolean isOwner = count[line] == most[line] && !isOwned[line];
                isOwned[line] |= isOwner;
                isStray[line] = !isOwner && count[line] < MIN_SHARED;
            }
            passages.get(at).drop(isStray);
        }
    }

    /** A section on the pages. Thread-safe. */
    public final class Passage {
        private final FoldedText sections;
        private final int[] places;
        private final int firstPart;
        private final int start;
        private final int end;

        private Passage(FoldedText sections, int[] places, int firstPart, int endPart) {
            this.sections = sections;
            this.places = places;
            this.firstPart = firstPart;
            this.start = sections.indexOf(firstPart, 0);
            this.end = sections.indexOf(endPart, 0);
        }

        private int[] countByLine() {
            int[] counts = new int[lines.size()];
            for (int at = start; at < end; at++) {
                if (places[at] >= 0) {
                    counts[text.part(places[at])]++;
                }
            }
            return counts;
        }

        private void drop(boolean[] isStray) {
            for (int at = start; at < end; at++) {
                if (places[at] >= 0 && isStray[text.part(places[at])]) {
                    places[at] = -1;
                }
            }
        }

        /** Returns the marks of the whole section: one for each line, or part of a line, in the order of the lines. */
        public List<Mark> marks() {
            return marksOf(start, end);
        }

        /**
         * Returns the marks of a part of the heading: one for each line, in the order of the lines. Empty if less than
         * half of it is found.
         *
         * @param from the offset of the first UTF-16 unit
         * @param to the offset behind the last
         */
        public List<Mark> inHeading(int from, int to) {
            return in(0, from, to);
        }

        /**
         * Returns the marks of a part of a paragraph, as {@link #inHeading} does.
         *
         * @param paragraph the number of the paragraph, from 0
         */
        public List<Mark> inParagraph(int paragraph, int from, int to) {
            return in(paragraph + 1, from, to);
        }

        private List<Mark> in(int part, int from, int to) {
            int first = sections.indexOf(firstPart + part, from);
            int last = sections.indexOf(firstPart + part, to);
            int found = 0;
            for (int at = first; at < last; at++) {
                found += places[at] >= 0 ? 1 : 0;
            }
            return 2 * found < last - first ? List.of() : marksOf(first, last);
        }

        private List<Mark> marksOf(int first, int last) {
            int[] found = new int[last - first];
            int count = 0;
            for (int at = first; at < last; at++) {
                if (places[at] >= 0) {
                    found[count++] = places[at];
                }
            }
            Arrays.sort(found, 0, count);
            List<Mark> marks = new ArrayList<>();
            int begin = 0;
            for (int at = 1; at <= count; at++) {
                if (at == count || !isContinued(found[at - 1], found[at])) {
                    marks.add(mark(found[begin], found[at - 1]));
                    begin = at;
                }
            }
            return marks;
        }
    }

    private boolean isContinued(int before, int place) {
        return text.part(before) == text.part(place) && place - before <= MAX_GAP;
    }

    /** Returns the mark from the folded character {@code first} to {@code last}, both in one line. */
    private Mark mark(int first, int last) {
        PlacedLine placed = lines.get(text.part(first));
        String characters = placed.line().text();
        int to = characters.offsetByCodePoints(text.offset(last), 1);
        return new Mark(placed.page(), placed.line().number(), placed.line().area(text.offset(first), to));
    }
}

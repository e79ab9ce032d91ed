package jirei.web.library;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.intake.page.Area;
import jirei.intake.page.PageText;
import jirei.library.pages.Originals.Original;
import jirei.web.library.PlaceHandlers.Line;
import jirei.web.library.PlaceHandlers.Place;
import jirei.web.request.ProblemException;
import org.jspecify.annotations.Nullable;

/** Finds the lines of a page that no section has and that may belong to one. Thread-safe. */
record LeftOutLines(PageResponses responses) {
    /** Lines at the top and at the bottom of a page that may be running heads. */
    private static final int EDGE_LINES = 2;
    /** Pages before and behind on which a running head recurs; those of left and right pages differ. */
    private static final List<Integer> NEAR_PAGES = List.of(1, -1, 2, -2);
    /** Characters that a line may have besides the title of a case, such as its number. */
    private static final int MAX_BESIDE_TITLE = 8;

    private static final Pattern BLANKS = Pattern.compile("[\\s\u3000]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    /** A page number in its usual formats: - 3 -, 3/12, p. 3, 3ページ, or a date with the time of printing. */
    private static final Pattern PAGE_NUMBER = Pattern.compile("(?:[-–—―‐~〜・|/.,:()0-9]|p\\.?|am|pm|page|of|ページ|頁)+");

    /**
     * A line that no section has. Immutable.
     *
     * @param caseId the case to which it is added unless another is chosen; empty if the document has no section
     * @param sectionId the section: the one before the line on the page, or on an earlier page; else the first
     */
    record LeftOut(int number, String text, @Nullable Area area, String caseId, String sectionId) {}

    /**
     * Returns the lines in order, without running heads, page numbers and titles of cases.
     *
     * @param cases the cases of the document in order
     * @param places the places of their sections on the page
     */
    List<LeftOut> of(Original original, PageText text, List<CaseStudy> cases, List<Place> places)
            throws IOException, ProblemException {
        List<LeftOut> leftOut = new ArrayList<>();
        Set<String> running = null;
        for (int at = 0; at < text.lines().size(); at++) {
            PageText.Line line = text.lines().get(at);
            String folded = folded(line.text());
            if (folded.isEmpty() || isFound(line, places) || isTitle(folded, cases) || isParagraph(folded, cases)) {
                continue;
            }
            if (at < EDGE_LINES || at >= text.lines().size() - EDGE_LINES) {
                running = running == null ? edges(original, text) : running;
                if (PAGE_NUMBER.matcher(folded).matches() || running.contains(withoutDigits(folded))) {
                    continue;
                }
            }
            String[] target = target(line.number(), text.page(), cases, places);
            leftOut.add(new LeftOut(line.number(), line.text().strip(), line.area(), target[0], target[1]));
        }
        return leftOut;
    }

    private static boolean isFound(PageText.Line line, List<Place> places) {
        return places.stream()
                .flatMap(place -> place.lines().stream())
                .anyMatch(found -> found.number() == line.number() && overlaps(found.area(), line.area()));
    }

    /** Parts of one printed line in different columns have one number. */
    private static boolean overlaps(@Nullable Area found, @Nullable Area line) {
        return found == null
                || line == null
                || (found.x() < line.x() + line.width() && line.x() < found.x() + found.width());
    }

    /** Returns whether a line is a paragraph of any section: it may have been taken into one of another page. */
    private static boolean isParagraph(String folded, List<CaseStudy> cases) {
        return cases.stream()
                .flatMap(one -> one.sections().stream())
                .flatMap(section -> section.paragraphs().stream())
                .anyMatch(paragraph -> folded(paragraph).equals(folded));
    }

    private static boolean isTitle(String folded, List<CaseStudy> cases) {
        return cases.stream()
                .map(one -> folded(one.title()))
                .anyMatch(title -> folded.contains(title) && folded.length() - title.length() <= MAX_BESIDE_TITLE);
    }

    /** Returns the first and the last lines of the pages near a page, as {@link #withoutDigits}. */
    private Set<String> edges(Original original, PageText page) throws IOException, ProblemException {
        Set<String> edges = new HashSet<>();
        for (int distance : NEAR_PAGES) {
            int near = page.page() + distance;
            if (page.width() > 0 && near >= 1 && near <= page.pages()) {
                List<PageText.Line> lines = responses.text(original, near).lines();
                for (int at = 0; at < lines.size(); at++) {
                    if (at < EDGE_LINES || at >= lines.size() - EDGE_LINES) {
                        edges.add(withoutDigits(folded(lines.get(at).text())));
                    }
                }
            }
        }
        return edges;
    }

    private static String withoutDigits(String folded) {
        return DIGITS.matcher(folded).replaceAll("0");
    }

    /** Returns {@code text} without blanks, and without the differences of width and case. */
    static String folded(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns the ids of the case and of the section for a line, see {@link LeftOut}. */
    private static String[] target(int number, int page, List<CaseStudy> cases, List<Place> places) {
        if (!places.isEmpty()) {
            Place nearest = before(number, places);
            return new String[] {nearest.caseId(), nearest.sectionId()};
        }
        String[] target = {"", ""};
        for (CaseStudy one : cases) {
            for (Section section : one.sections()) {
                boolean isBefore = section.pages() != null && section.pages().last() < page;
                if (target[0].isEmpty() || isBefore) {
                    target = new String[] {one.id(), section.id()};
                }
            }
        }
        return target;
    }

    /** Returns the section whose lines are the nearest before {@code number}, or the first on the page. */
    private static Place before(int number, List<Place> places) {
        Place nearest = places.getFirst();
        int last = -1;
        for (Place place : places) {
            for (Line line : place.lines()) {
                if (line.number() < number && line.number() > last) {
                    last = line.number();
                    nearest = place;
                }
            }
        }
        return nearest;
    }
}

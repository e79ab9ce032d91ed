package jirei.web.page.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jirei.cases.Section;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.MatchRange;

/**
 * The text of a case, cut into parts of bounded size: one page of a browser each. Most cases have one part. Immutable.
 */
final class CaseParts {
    /** The maximum number of sections of a part. */
    static final int MAX_SECTIONS = 200;
    /** The maximum length of the text of a part, in UTF-16 code units. */
    static final int MAX_CHARACTERS = 100_000;

    private final List<List<Piece>> parts;
    private final Map<String, Integer> numbers;

    private CaseParts(List<List<Piece>> parts, Map<String, Integer> numbers) {
        this.parts = List.copyOf(parts);
        this.numbers = Map.copyOf(numbers);
    }

    /**
     * A paragraph, or a run of a paragraph that is longer than a part. Immutable.
     *
     * @param matches the matches in {@code text}, in order, not overlapping
     */
    record Paragraph(String text, List<MatchRange> matches) {
        Paragraph {
            matches = List.copyOf(matches);
        }

        private Paragraph range(int start, int end) {
            return new Paragraph(text.substring(start, end), MatchRange.between(matches, start, end));
        }
    }

    /**
     * A section, or some paragraphs of a section that is longer than a part. Immutable.
     *
     * @param highlighted the whole section
     * @param isStart whether it is the start of the section, which has the heading
     */
    record Piece(HighlightedSection highlighted, boolean isStart, List<Paragraph> paragraphs) {
        Piece {
            paragraphs = List.copyOf(paragraphs);
        }

        Section section() {
            return highlighted.section();
        }

        private int length() {
            return (isStart ? section().heading().length() : 0)
                    + paragraphs.stream()
                            .mapToInt(paragraph -> paragraph.text().length())
                            .sum();
        }
    }

    /** Cuts {@code sections} into parts. */
    static CaseParts of(List<HighlightedSection> sections) {
        List<List<Piece>> parts = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<Piece> part = new ArrayList<>();
        int length = 0;
        for (HighlightedSection section : sections) {
            for (Piece piece : pieces(section)) {
                boolean isFull = part.size() == MAX_SECTIONS || length + piece.length() > MAX_CHARACTERS;
                if (!part.isEmpty() && (isFull || !piece.isStart())) {
                    parts.add(List.copyOf(part));
                    part.clear();
                    length = 0;
                }
                numbers.putIfAbsent(section.section().id(), parts.size() + 1);
                part.add(piece);
                length += piece.length();
            }
        }
        parts.add(List.copyOf(part));
        return new CaseParts(parts, numbers);
    }

    /** Cuts a section into pieces of at most {@link #MAX_CHARACTERS} each, at the ends of paragraphs if possible. */
    private static List<Piece> pieces(HighlightedSection section) {
        List<Piece> pieces = new ArrayList<>();
        List<Paragraph> open = new ArrayList<>();
        int length = section.section().heading().length();
        List<String> paragraphs = section.section().paragraphs();
        for (int at = 0; at < paragraphs.size(); at++) {
            for (Paragraph paragraph :
                    cut(new Paragraph(paragraphs.get(at), section.paragraphs().get(at)))) {
                if (!open.isEmpty() && length + paragraph.text().length() > MAX_CHARACTERS) {
                    pieces.add(new Piece(section, pieces.isEmpty(), open));
                    open.clear();
                    length = 0;
                }
                open.add(paragraph);
                length += paragraph.text().length();
            }
        }
        pieces.add(new Piece(section, pieces.isEmpty(), open));
        return pieces;
    }

    private static List<Paragraph> cut(Paragraph paragraph) {
        List<Paragraph> runs = new ArrayList<>();
        Paragraph rest = paragraph;
        while (rest.text().length() > MAX_CHARACTERS) {
            int end = end(rest);
            runs.add(rest.range(0, end));
            rest = rest.range(end, rest.text().length());
        }
        runs.add(rest);
        return runs;
    }

    /** Returns where {@code paragraph} is cut: not inside a match, unless it is at the start, and not inside a character. */
    private static int end(Paragraph paragraph) {
        int end = MAX_CHARACTERS;
        for (MatchRange match : paragraph.matches()) {
            if (match.start() > 0 && match.start() < end && match.end() > end) {
                return match.start();
            }
        }
        return Character.isLowSurrogate(paragraph.text().charAt(end)) ? end - 1 : end;
    }

    /** The number of parts, at least 1. */
    int size() {
        return parts.size();
    }

    /** Returns part {@code number}, from 1. */
    List<Piece> part(int number) {
        return parts.get(number - 1);
    }

    /** Returns the number of the part in which the section {@code id} starts; 0 if there is no such section. */
    int numberOf(String id) {
        return numbers.getOrDefault(id, 0);
    }
}

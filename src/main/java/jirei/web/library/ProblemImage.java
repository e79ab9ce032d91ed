package jirei.web.library;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jirei.web.request.Problem;

/** A picture of the reason for which the page of an original is not shown, in the place of its image. Stateless. */
final class ProblemImage {
    private static final int CHARACTERS_PER_LINE = 22;
    private static final int FONT_SIZE = 24;
    private static final int LINE_HEIGHT = 38;

    private ProblemImage() {}

    /** Returns the title and the detail of {@code problem} as SVG, with the proportions of a page. */
    static String of(Problem problem) {
        List<String> lines = new ArrayList<>(List.of(problem.title(), ""));
        lines.addAll(wrapped(problem.detail()));
        StringBuilder texts = new StringBuilder();
        for (int at = 0; at < lines.size(); at++) {
            texts.append("<text x=\"36\" y=\"")
                    .append((at + 2) * LINE_HEIGHT)
                    .append("\">")
                    .append(escaped(lines.get(at)))
                    .append("</text>");
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 848\" width=\"600\" height=\"848\""
                + " font-family=\"sans-serif\" font-size=\"" + FONT_SIZE + "\" fill=\"#333\">"
                + "<rect width=\"600\" height=\"848\" fill=\"#f4f4f4\"/>" + texts + "</svg>";
    }

    private static List<String> wrapped(String text) {
        int[] characters = text.codePoints().toArray();
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < characters.length; at += CHARACTERS_PER_LINE) {
            lines.add(new String(characters, at, Math.min(CHARACTERS_PER_LINE, characters.length - at)));
        }
        return lines;
    }

    /** Replaces what XML cannot have, and what has a meaning in it. */
    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> switch (c) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    default -> isXml(c) ? Character.toString(c) : "\uFFFD";
                })
                .collect(Collectors.joining());
    }

    private static boolean isXml(int c) {
        return !Character.isISOControl(c)
                && Character.getType(c) != Character.SURROGATE
                && (c & 0xFFFE) != 0xFFFE; // no character
    }
}

package jirei.library.pages;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts folded for comparison and joined: characters that differ in width, case or voicing marks only are the same, and
 * blanks, line ends, hyphens and control characters are left out. Immutable.
 */
final class FoldedText {
    private final String folded;
    private final int[] parts;
    private final int[] offsets;

    FoldedText(List<String> texts) {
        var joined = new StringBuilder();
        IntStream.Builder partOf = IntStream.builder();
        IntStream.Builder offsetOf = IntStream.builder();
        for (int part = 0; part < texts.size(); part++) {
            String text = texts.get(part);
            int units;
            for (int at = 0; at < text.length(); at += units) {
                units = Character.charCount(text.codePointAt(at));
                int before = joined.length();
                fold(text.codePointAt(at), joined);
                for (int i = before; i < joined.length(); i++) {
                    partOf.add(part);
                    offsetOf.add(at);
                }
            }
        }
        this.folded = joined.toString();
        this.parts = partOf.build().toArray();
        this.offsets = offsetOf.build().toArray();
    }

    private static void fold(int character, StringBuilder to) {
        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
                .codePoints()
                .filter(FoldedText::isKept)
                .map(Character::toLowerCase)
                .forEach(to::appendCodePoint);
    }

    private static boolean isKept(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.DASH_PUNCTUATION,
                    Character.NON_SPACING_MARK,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    int length() {
        return folded.length();
    }

    char charAt(int at) {
        return folded.charAt(at);
    }

    String substring(int from, int to) {
        return folded.substring(from, to);
    }

    /** Returns the number of the text that the character {@code at} is from, from 0. */
    int part(int at) {
        return parts[at];
    }

    /** Returns the offset of the character {@code at} in its text. */
    int offset(int at) {
        return offsets[at];
    }

    /** Returns the first character that is from {@code offset} of text {@code part}, or behind it. */
    int indexOf(int part, int offset) {
        int low = 0;
        int high = parts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean isBefore = parts[middle] < part || (parts[middle] == part && offsets[middle] < offset);
            if (isBefore) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

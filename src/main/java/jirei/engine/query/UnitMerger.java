package jirei.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jirei.analysis.Kana;
import jirei.engine.query.WordUnit.Variant;

/**
 * Merges the parts of a query word that mean nothing by themselves with their neighbours: a suffix or other single
 * character, a number, kana, and the parts of a katakana or Latin word. So 札幌市 is a phrase and not any section with 札幌
 * and 市, while 転院手続き still matches 転院の手続き. Stateless.
 */
final class UnitMerger {
    private UnitMerger() {}

    /**
     * A unit and its place in the folded word.
     *
     * @param start the offset of its first character
     * @param end the offset behind its last character
     * @param lastPosition the position of the first term of its last phrase
     * @param position the position of its first term
     */
    record PlacedUnit(WordUnit unit, int start, int end, int position, int lastPosition) {}

    /** Returns {@code units}, units or single tokens of {@code folded} in order, merged. */
    static List<PlacedUnit> merge(List<PlacedUnit> units, String folded) {
        List<PlacedUnit> merged = new ArrayList<>();
        for (PlacedUnit unit : units) {
            PlacedUnit last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && belongTogether(last, unit)) {
                merged.set(merged.size() - 1, concatenate(last, unit, folded));
            } else {
                merged.add(unit);
            }
        }
        return merged;
    }

    private static boolean belongTogether(PlacedUnit left, PlacedUnit right) {
        String before = left.unit.text();
        String after = right.unit.text();
        if (isSplinter(before) || isSplinter(after)) {
            return true;
        }
        boolean isAdjacent = right.start - left.end <= 1;
        return isAdjacent && (isHiragana(before) || isHiragana(after) || (isLatin(before) && isLatin(after)));
    }

    /** Returns whether {@code text} is a single character or a number. */
    static boolean isSplinter(String text) {
        return text.codePointCount(0, text.length()) == 1
                || text.chars().allMatch(c -> Character.isDigit(c) || c == '.');
    }

    private static boolean isHiragana(String text) {
        return text.chars().allMatch(c -> Kana.isHiragana(c) || c == 'ー');
    }

    private static boolean isLatin(String text) {
        return text.chars().allMatch(c -> c < 0x80) || Kana.isKana(text);
    }

    private static PlacedUnit concatenate(PlacedUnit left, PlacedUnit right, String folded) {
        WordUnit a = left.unit;
        WordUnit b = right.unit;
        int distance = right.position - left.lastPosition;
        List<TermPhrase> phrases = new ArrayList<>(a.phrases());
        phrases.set(
                phrases.size() - 1, a.phrases().getLast().followedBy(b.phrases().getFirst(), distance));
        phrases.addAll(b.phrases().subList(1, b.phrases().size()));
        String between = folded.substring(left.end, right.start);
        List<String> parts = new ArrayList<>(a.parts());
        parts.set(parts.size() - 1, a.parts().getLast() + between + b.parts().getFirst());
        parts.addAll(b.parts().subList(1, b.parts().size()));
        List<Variant> variants = new ArrayList<>();
        if (distance == a.phrases().getLast().length()) {
            a.variants().forEach(variant -> variants.add(concatenate(variant, asVariant(variant, b), between)));
            b.variants().forEach(variant -> variants.add(concatenate(asVariant(variant, a), variant, between)));
        }
        return new PlacedUnit(
                new WordUnit(folded.substring(left.start, right.end), parts, phrases, variants),
                left.start,
                right.end,
                left.position,
                b.phrases().size() > 1 ? right.lastPosition : left.lastPosition);
    }

    private static Variant asVariant(Variant other, WordUnit unit) {
        return new Variant(other.kind(), unit.text(), unit.phrases());
    }

    private static Variant concatenate(Variant left, Variant right, String between) {
        List<TermPhrase> phrases =
                Stream.concat(left.phrases().stream(), right.phrases().stream()).toList();
        List<TermPhrase> joined = phrases.isEmpty()
                ? List.of()
                : List.of(phrases.stream()
                        .reduce((a, b) -> a.followedBy(b, a.length()))
                        .orElseThrow());
        return new Variant(left.kind(), left.text() + between + right.text(), joined);
    }
}

package jirei.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The lines of one case in a collection.
 *
 * @param groups the lines in their order, grouped; at least one
 */
record CaseText(List<LineGroup> groups) {
    /** Cases are numbered with two digits; a page or a highlight has one. */
    private static final int NUMBER_DIGITS = 2;

    CaseText {
        groups = List.copyOf(groups);
    }

    /**
     * Cuts a collection into its cases: the rights notice closes a case, and where it is missing the label over the next
     * case's number or its prefecture opens the next.
     */
    static List<CaseText> split(List<Line> lines) {
        List<CaseText> cases = new ArrayList<>();
        List<LineGroup> open = new ArrayList<>();
        boolean hasPrefecture = false;
        int label = -1;
        for (LineGroup group : LineGroup.of(lines)) {
            Shape shape = group.shape();
            if (shape == Shape.CASE_LABEL && hasPrefecture) {
                label = open.size();
            }
            if (shape == Shape.PREFECTURE && hasPrefecture) {
                int cut = label < 0 ? open.size() : label;
                cases.add(new CaseText(open.subList(0, cut)));
                open = new ArrayList<>(open.subList(cut, open.size()));
                label = -1;
            }
            hasPrefecture |= shape == Shape.PREFECTURE;
            open.add(group);
            if (shape == Shape.RIGHTS_NOTICE) {
                cases.add(new CaseText(open));
                open = new ArrayList<>();
                hasPrefecture = false;
                label = -1;
            }
        }
        if (!open.isEmpty()) {
            cases.add(new CaseText(open));
        }
        return cases;
    }

    /** Whether there is a front page, without which nobody could say where the case took place. */
    boolean hasFrontPage() {
        return groups.stream().anyMatch(group -> group.shape() == Shape.PREFECTURE);
    }

    /** The number printed at its begin, before the front page; empty where none stands. */
    OptionalInt number() {
        for (LineGroup group : groups) {
            Shape shape = group.shape();
            if (shape == Shape.NUMBER && group.squeezed().length() == NUMBER_DIGITS) {
                String digits = Normalizer.normalize(group.squeezed(), Normalizer.Form.NFKC);
                return OptionalInt.of(Integer.parseInt(digits));
            }
            boolean isFurniture = Neighbours.isFurniture(shape);
            if (!isFurniture) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    Line first() {
        return groups.getFirst().first();
    }

    Line last() {
        return groups.getLast().last();
    }
}

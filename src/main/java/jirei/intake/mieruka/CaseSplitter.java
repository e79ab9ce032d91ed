package jirei.intake.mieruka;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import jirei.intake.layout.SourceLine;

/**
 * The lines of one case in a collection.
 *
 * @param groups the lines in their order, grouped; at least one
 */
record CaseSplitter(List<LineGroup> groups) {
    /** Cases are numbered with two digits; a page or a highlight has one. */
    private static final int NUMBER_DIGITS = 2;

    CaseSplitter {
        groups = List.copyOf(groups);
    }

    /**
     * Cuts a collection into its cases: the rights notice closes a case, and where it is missing the label over the next
     * case's number or its prefecture opens the next.
     */
    static List<CaseSplitter> split(List<SourceLine> lines) {
        List<CaseSplitter> cases = new ArrayList<>();
        List<LineGroup> open = new ArrayList<>();
        boolean hasPrefecture = false;
        int label = -1;
        for (LineGroup group : LineGroup.of(lines)) {
            LineGroupType shape = group.shape();
            if (shape == LineGroupType.CASE_LABEL && hasPrefecture) {
                label = open.size();
            }
            if (shape == LineGroupType.PREFECTURE && hasPrefecture) {
                int cut = label < 0 ? open.size() : label;
                cases.add(new CaseSplitter(open.subList(0, cut)));
                open = new ArrayList<>(open.subList(cut, open.size()));
                label = -1;
            }
            hasPrefecture |= shape == LineGroupType.PREFECTURE;
            open.add(group);
            if (shape == LineGroupType.RIGHTS_NOTICE) {
                cases.add(new CaseSplitter(open));
                open = new ArrayList<>();
                hasPrefecture = false;
                label = -1;
            }
        }
        if (!open.isEmpty()) {
            cases.add(new CaseSplitter(open));
        }
        return cases;
    }

    /** Whether there is a front page, without which nobody could say where the case took place. */
    boolean hasFrontPage() {
        return groups.stream().anyMatch(group -> group.shape() == LineGroupType.PREFECTURE);
    }

    /** The number printed at its begin, before the front page; empty where none stands. */
    OptionalInt number() {
        for (LineGroup group : groups) {
            LineGroupType shape = group.shape();
            if (shape == LineGroupType.NUMBER && group.squeezed().length() == NUMBER_DIGITS) {
                String digits = Normalizer.normalize(group.squeezed(), Normalizer.Form.NFKC);
                return OptionalInt.of(Integer.parseInt(digits));
            }
            boolean isFurniture = HeadingContext.isFurniture(shape);
            if (!isFurniture) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    SourceLine first() {
        return groups.getFirst().first();
    }

    SourceLine last() {
        return groups.getLast().last();
    }
}

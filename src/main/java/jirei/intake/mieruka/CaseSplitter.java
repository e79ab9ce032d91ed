package jirei.intake.mieruka;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import jirei.intake.layout.SourceLine;

/**
 * The lines of one case in a collection. Immutable.
 *
 * @param groups the groups of lines in order, at least one
 */
record CaseSplitter(List<LineGroup> groups) {
    /** Number of digits of a case number; the numbers of pages and highlights in the body have one. */
    private static final int NUMBER_DIGITS = 2;

    CaseSplitter {
        groups = List.copyOf(groups);
    }

    /**
     * Splits a collection into cases. A case ends with the rights notice or, if that is missing, before the label of
     * the next case number or its prefecture.
     */
    static List<CaseSplitter> split(List<SourceLine> lines) {
        List<CaseSplitter> cases = new ArrayList<>();
        List<LineGroup> open = new ArrayList<>();
        boolean hasPrefecture = false;
        int label = -1;
        for (LineGroup group : LineGroup.of(lines)) {
            LineGroupType type = group.type();
            if (type == LineGroupType.CASE_LABEL && hasPrefecture) {
                label = open.size();
            }
            if (type == LineGroupType.PREFECTURE && hasPrefecture) {
                int cut = label < 0 ? open.size() : label;
                cases.add(new CaseSplitter(open.subList(0, cut)));
                open = new ArrayList<>(open.subList(cut, open.size()));
                label = -1;
            }
            hasPrefecture |= type == LineGroupType.PREFECTURE;
            open.add(group);
            if (type == LineGroupType.RIGHTS_NOTICE) {
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

    /** Returns whether there is a front page, which gives the place of the case. */
    boolean hasFrontPage() {
        return groups.stream().anyMatch(group -> group.type() == LineGroupType.PREFECTURE);
    }

    /** Returns the case number printed before the front page; empty for none. */
    OptionalInt number() {
        for (LineGroup group : groups) {
            LineGroupType type = group.type();
            if (type == LineGroupType.NUMBER && group.withoutSpaces().length() == NUMBER_DIGITS) {
                String digits = Normalizer.normalize(group.withoutSpaces(), Normalizer.Form.NFKC);
                return OptionalInt.of(Integer.parseInt(digits));
            }
            boolean isFurniture = HeadingContext.isFurniture(type);
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

package jirei.intake.mieruka;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The pieces of one case in a printed collection, in reading order. Immutable.
 *
 * @param pieces the pieces, at least one
 */
record PrintedCase(List<PrintedPiece> pieces) {
    /** Number of digits of a case number. */
    private static final int NUMBER_DIGITS = 2;

    PrintedCase {
        pieces = List.copyOf(pieces);
    }

    /**
     * Splits a collection into cases. A case starts behind the rights notice of the case before, else on the page
     * with its prefecture, or if it is not the first one on its page at the label of its number.
     */
    static List<PrintedCase> split(List<PrintedPiece> pieces) {
        List<PrintedCase> cases = new ArrayList<>();
        int from = 0;
        int prefecture = -1;
        for (int at = 0; at < pieces.size(); at++) {
            if (pieces.get(at).type() != LineGroupType.PREFECTURE) {
                continue;
            }
            int start = prefecture < 0 ? from : start(pieces, prefecture, at);
            if (start > from) {
                cases.add(new PrintedCase(pieces.subList(from, start)));
                from = start;
            }
            prefecture = at;
        }
        if (from < pieces.size()) {
            cases.add(new PrintedCase(pieces.subList(from, pieces.size())));
        }
        return cases;
    }

    /** Returns the first piece of the case whose prefecture is at {@code at}, behind that of the case before. */
    private static int start(List<PrintedPiece> pieces, int before, int at) {
        int page = pieces.get(at).block().place();
        int start = at;
        while (start - 1 > before
                && pieces.get(start - 1).block().place() == page
                && pieces.get(start - 1).type() != LineGroupType.RIGHTS_NOTICE) {
            start--;
        }
        boolean isBehindCase = start - 1 == before;
        while (isBehindCase && start < at && pieces.get(start).type() != LineGroupType.CASE_LABEL) {
            start++;
        }
        return start;
    }

    /** Returns whether there is a front page, which gives the place of the case. */
    boolean hasFrontPage() {
        return pieces.stream().anyMatch(piece -> piece.type() == LineGroupType.PREFECTURE);
    }

    /** Returns the case number on the front page: that behind its label, else the first one; empty for none. */
    OptionalInt number() {
        List<PrintedPiece> front = pieces.stream()
                .takeWhile(piece -> piece.type() != LineGroupType.PRAISE)
                .toList();
        for (int at = 1; at < front.size(); at++) {
            if (front.get(at - 1).type() == LineGroupType.CASE_LABEL && isNumber(front.get(at))) {
                return OptionalInt.of(numberOf(front.get(at)));
            }
        }
        return front.stream()
                .filter(PrintedCase::isNumber)
                .mapToInt(PrintedCase::numberOf)
                .findFirst();
    }

    private static boolean isNumber(PrintedPiece piece) {
        return piece.type() == LineGroupType.NUMBER && piece.text().length() == NUMBER_DIGITS;
    }

    private static int numberOf(PrintedPiece piece) {
        return Integer.parseInt(Normalizer.normalize(piece.text(), Normalizer.Form.NFKC));
    }
}

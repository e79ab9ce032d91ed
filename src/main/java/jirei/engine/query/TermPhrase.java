package jirei.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Terms at given positions. Immutable.
 *
 * @param terms the terms, in order, at least one
 * @param positions the position of each term relative to the first one
 */
public record TermPhrase(List<String> terms, List<Integer> positions) {
    public TermPhrase {
        terms = List.copyOf(terms);
        positions = List.copyOf(positions);
    }

    /** Returns the phrase of {@code terms} at consecutive positions. */
    static TermPhrase consecutive(List<String> terms) {
        return new TermPhrase(terms, IntStream.range(0, terms.size()).boxed().toList());
    }

    /** Returns this phrase followed by {@code other}, whose first term is {@code distance} behind the first of this one. */
    TermPhrase followedBy(TermPhrase other, int distance) {
        List<String> allTerms = new ArrayList<>(terms);
        allTerms.addAll(other.terms);
        List<Integer> allPositions = new ArrayList<>(positions);
        other.positions.forEach(position -> allPositions.add(position + distance));
        return new TermPhrase(allTerms, allPositions);
    }

    /** Returns the number of positions that this phrase takes. */
    int length() {
        return positions.getLast() + 1;
    }
}

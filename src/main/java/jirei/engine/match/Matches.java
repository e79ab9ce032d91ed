package jirei.engine.match;

import java.io.IOException;
import java.util.List;
import jirei.engine.backend.DocSets;

/**
 * The sections that match, and those of them that do so by their own text. Immutable.
 *
 * @param <S> the doc set type
 * @param any the sections that match by text, heading or context
 * @param own sections of which some part matches by text or heading; may have sections that are not in {@code any}
 */
record Matches<S>(S any, S own) {
    /** Returns the sections that are counted, see {@link CountedMatches}. */
    CountedMatches<S> count(DocSets<S> sets) throws IOException {
        if (any == own) {
            return new CountedMatches<>(any, sets.none(), sets.none());
        }
        S inText = sets.intersection(List.of(any, own));
        S contextCases = sets.firstSections(sets.andNot(any, own));
        S contextOnly = sets.andNot(contextCases, sets.firstSections(inText));
        return new CountedMatches<>(sets.union(List.of(inText, contextOnly)), contextOnly, contextCases);
    }

    static <S> Matches<S> union(DocSets<S> sets, List<Matches<S>> all) {
        return new Matches<>(
                sets.union(all.stream().map(Matches::any).toList()),
                sets.union(all.stream().map(Matches::own).toList()));
    }

    /** Returns the sections in all of {@code all}, at least one of which by the own text. */
    static <S> Matches<S> intersection(DocSets<S> sets, List<Matches<S>> all) {
        return new Matches<>(
                sets.intersection(all.stream().map(Matches::any).toList()),
                sets.union(all.stream().map(Matches::own).toList()));
    }
}

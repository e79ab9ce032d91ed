package jirei.engine.match;

import java.io.IOException;
import java.util.List;
import jirei.engine.backend.DocSets;
import jirei.engine.schema.SchemaQueries;

/**
 * The sections that match, and those of them that do so by their own text. Immutable.
 *
 * @param <S> the doc set type
 * @param any the sections that match by text, heading or context
 * @param own sections of which some part matches by text or heading; may have sections that are not in {@code any}
 */
record Matches<S>(S any, S own) {
    /**
     * Returns the sections that are counted: those that match by their own text, and the first section of each case
     * that matches by title, place or parent heading only.
     */
    S counted(DocSets<S> sets) throws IOException {
        if (any == own) {
            return any; // no context
        }
        return sets.union(List.of(sets.intersection(List.of(any, own)), contextOnly(sets)));
    }

    /** Returns the first section of each case that matches, but without a section that does so by its own text. */
    S contextOnly(DocSets<S> sets) throws IOException {
        S inText = sets.intersection(List.of(any, own));
        return sets.andNot(casesWithContext(sets), sets.sameCase(List.of(inText)));
    }

    /** Returns the first section of each case that matches by title, place or parent heading in some section. */
    S casesWithContext(DocSets<S> sets) throws IOException {
        S inContext = sets.andNot(any, own);
        return sets.intersection(
                List.of(sets.sameCase(List.of(inContext)), sets.matching(SchemaQueries.firstSections())));
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

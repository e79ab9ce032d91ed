package jirei.lucene;

import java.util.List;

/**
 * A piece of a query word that stands for one thing: a term, or a run of terms that is in the lexicon.
 *
 * @param text the piece as typed, folded
 * @param terms the terms it is cut into, in order, at least one
 * @param alternatives what may stand for it too
 */
record Segment(String text, List<String> terms, List<Alternative> alternatives) {
    Segment {
        terms = List.copyOf(terms);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * Another way to say or write a piece of a query.
     *
     * @param text the other way
     * @param synonym whether it is another word of the lexicon, rather than the same word written otherwise
     */
    record Alternative(String text, boolean synonym) {}
}

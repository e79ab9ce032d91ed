package jirei.engine.match;

/**
 * The sections that are counted for a query. Immutable.
 *
 * @param <S> the doc set type
 * @param all the sections that match by their own text, and one for each case that matches by its context only
 * @param contextOnly the first section of each case that matches by title, place or parent heading only
 * @param contextCases the first section of each case with such a match, also if one of its sections matches by text
 */
public record CountedMatches<S>(S all, S contextOnly, S contextCases) {}

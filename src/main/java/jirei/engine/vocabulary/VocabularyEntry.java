package jirei.engine.vocabulary;

import jirei.search.Suggestion;

/**
 * A word or a heading of the corpus.
 *
 * @param text as the corpus writes it, most often so where it is written in several ways
 * @param reading how the whole text is read, in full-width katakana; what can't be read stands as it is
 * @param kind what it is
 * @param sections in how many sections it stands; at least as many in a large corpus
 */
public record VocabularyEntry(String text, String reading, Suggestion.Kind kind, int sections) {}
